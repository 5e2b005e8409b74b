/** Fetches the third script when the first of the tools is opened, and opens what the pressed button names. */
import { html, render } from 'lit';
import { TOOLS_FILE, type ToolName } from '../vocabulary/tags.ts';
import type { ToolOpener, ToolSetting } from './tools/setting.ts';

export function wireTools(setting: ToolSetting): void {
  let coming: Promise<ToolOpener> | null = null;
  const open = (name: ToolName, button: HTMLElement): void => {
    coming ??= fetchTools(setting);
    coming.then(
      (opener) => opener(name, button),
      () => {
        coming = null;
        showFailure(button, setting, () => open(name, button));
      },
    );
  };
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-tool]') : null;
    if (button !== null) open(button.dataset['tool'] as ToolName, button);
  });
}

function fetchTools(setting: ToolSetting): Promise<ToolOpener> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    if (window.lectern !== undefined) window.lectern.tools = (open) => resolve(open(setting));
    script.onerror = () => {
      script.remove();
      reject(new Error(`${TOOLS_FILE} could not be loaded`));
    };
    script.src = TOOLS_FILE;
    document.head.append(script);
  });
}

/** Beside the button: the strip under the title may be far away. */
function showFailure(button: HTMLElement, { strings }: ToolSetting, retry: () => void): void {
  const row = button.parentElement;
  if (row === null || row.nextElementSibling?.matches('.tool-missing') === true) return;
  const box = document.createElement('div');
  box.className = 'note tool-missing';
  box.lang = strings.code;
  box.setAttribute('role', 'alert');
  const again = (): void => {
    box.remove();
    button.focus();
    retry();
  };
  row.after(box);
  render(html`<p>${strings.record.unavailable}</p><button type="button" class="button" @click=${again}>${strings.item.tryAgain}</button>`, box);
}
