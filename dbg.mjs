// dbg.ts
import { readFile } from "node:fs/promises";

// src/compiler/2-parse/word/read-word.ts
import JSZip from "jszip";

// src/compiler/2-parse/word/word-xml.ts
var LOST_OPEN = "\uE7F1";
var LOST_CLOSE = "\uE7F2";
function annotate(xml) {
  const pass = new Pass();
  let from = 0;
  for (let open = xml.indexOf("<"); open >= 0; open = xml.indexOf("<", from)) {
    pass.text(xml.slice(from, open));
    const close = xml.indexOf(">", open);
    if (close < 0) break;
    pass.tag(xml.slice(open, close + 1));
    from = close + 1;
  }
  pass.text(xml.slice(from));
  return pass.result();
}
var Pass = class {
  out = [];
  runs = [];
  inParagraphProperties = 0;
  /** Depth inside an equation, whose content is left out. */
  equation = 0;
  picture = -1;
  lost = null;
  text(text2) {
    if (text2 !== "" && this.equation === 0) this.out.push(text2);
  }
  tag(tag) {
    const name = /^<\/?([\w:.-]+)/.exec(tag)?.[1] ?? "";
    const closing = tag[1] === "/";
    const empty = tag.endsWith("/>");
    if (name === "m:oMath" || name === "m:oMathPara") return this.mathTag(closing, empty);
    if (this.equation > 0) return;
    if (name === "w:r" && !closing && !empty) this.runs.push({ start: this.out.length, hidden: false });
    else if (name === "w:pPr" && !empty) this.inParagraphProperties += closing ? -1 : 1;
    else if (name === "w:vanish" && this.inParagraphProperties === 0 && !/w:val="(?:0|false|off)"/.test(tag)) this.hide();
    else if (name === "wp:docPr" && !closing) this.picture = this.out.length;
    else if (name.endsWith(":decorative") && /\bval="(?:1|true)"/.test(tag)) this.decorate();
    else if (name === "c:chart") this.lost = "chart";
    else if (name === "dgm:relIds") this.lost = "diagram";
    else if (name === "w:object" && !closing) this.lost = "embedded document";
    this.out.push(tag);
    if (closing && name === "w:r") this.closeRun();
    else if (closing && (name === "w:drawing" || name === "w:object")) this.tell();
    else if (name === "w:altChunk" && !closing) this.out.push(`<w:p><w:r>${mark("embedded document")}</w:r></w:p>`);
  }
  mathTag(closing, empty) {
    if (empty) return;
    this.equation += closing ? -1 : 1;
    if (this.equation === 0) this.out.push(`<w:r>${mark("equation")}</w:r>`);
    this.equation = Math.max(0, this.equation);
  }
  hide() {
    const run = this.runs.at(-1);
    if (run !== void 0) run.hidden = true;
  }
  closeRun() {
    const run = this.runs.pop();
    if (run?.hidden === true) this.out.length = run.start;
  }
  decorate() {
    const tag = this.out[this.picture];
    if (tag === void 0) return;
    this.out[this.picture] = tag.replace(/\sdescr="[^"]*"/, "").replace(/^<wp:docPr/, '<wp:docPr descr="decorative"');
  }
  tell() {
    if (this.lost !== null) this.out.push(mark(this.lost));
    this.lost = null;
  }
  result() {
    return this.out.join("");
  }
};
function mark(lost) {
  return `<w:t>${LOST_OPEN}${lost}${LOST_CLOSE}</w:t>`;
}
var mostLists = 2e3;
function nameListLevels(xml) {
  const levels2 = /* @__PURE__ */ new Map();
  const abstracts = new Map(elements(xml, "w:abstractNum").map((element) => [attribute(element, "w:abstractNumId"), element]));
  const lists = elements(xml, "w:num");
  if (lists.length === 0 || lists.length > mostLists) return { xml, levels: levels2 };
  const out = [];
  for (const list of lists) {
    const id2 = attribute(list, "w:numId");
    const abstractId = valueOf(list, "w:abstractNumId");
    const abstract = abstracts.get(abstractId);
    if (abstract === void 0) continue;
    const overrides = new Map(elements(list, "w:lvlOverride").map((element) => [attribute(element, "w:ilvl"), valueOf(element, "w:startOverride")]));
    const renamed = abstract.replace(/w:abstractNumId="[^"]*"/, `w:abstractNumId="${abstractId}.${id2}"`);
    out.push(mapElements(renamed, "w:lvl", (level) => {
      const depth = attribute(level, "w:ilvl");
      const own = valueOf(level, "w:pStyle");
      const name = own === "" ? `lectern.${id2}.${depth}` : own;
      const override = overrides.get(depth) ?? "";
      levels2.set(name, {
        counter: abstractId,
        level: Number(depth) || 0,
        format: valueOf(level, "w:numFmt") || "decimal",
        start: Number(valueOf(level, "w:start") || 1),
        restart: override === "" ? null : { list: `${id2}.${depth}`, at: Number(override) }
      });
      return own === "" ? level.replace(/^<w:lvl\b[^>]*>/, (opening) => `${opening}<w:pStyle w:val="${name}"/>`) : level;
    }));
    out.push(`<w:num w:numId="${id2}"><w:abstractNumId w:val="${abstractId}.${id2}"/></w:num>`);
  }
  const root = /<w:numbering\b[^>]*>/.exec(xml)?.[0];
  return root === void 0 ? { xml, levels: /* @__PURE__ */ new Map() } : { xml: `${root}${out.join("")}</w:numbering>`, levels: levels2 };
}
function elements(xml, name) {
  const found = [];
  mapElements(xml, name, (element) => {
    found.push(element);
    return "";
  });
  return found;
}
function mapElements(xml, name, change) {
  const opening = new RegExp(`<${name}[\\s>]`, "g");
  const end = `</${name}>`;
  const out = [];
  let from = 0;
  for (let match = opening.exec(xml); match !== null; match = opening.exec(xml)) {
    const close = xml.indexOf(end, match.index);
    if (close < 0) break;
    out.push(xml.slice(from, match.index), change(xml.slice(match.index, close + end.length)));
    from = close + end.length;
    opening.lastIndex = from;
  }
  return out.join("") + xml.slice(from);
}
function attribute(element, name) {
  return new RegExp(`^<[^>]*\\s${name}="([^"]*)"`).exec(element)?.[1] ?? "";
}
function valueOf(element, name) {
  return new RegExp(`<${name}\\b[^>]*\\sw:val="([^"]*)"`).exec(element)?.[1] ?? "";
}

// src/compiler/2-parse/word/read-word.ts
async function readWord(parts2) {
  const prepared = prepare(parts2);
  if (prepared === null) return { reason: "it holds declarations that Word never writes" };
  const captured = await capture(prepared.zip);
  if ("reason" in captured) return captured;
  const { root, notes } = captured;
  const note = (noteType, noteId) => notes.resolve({ noteType, noteId });
  const images = [];
  collectImages(root, images, note, /* @__PURE__ */ new Set());
  return { blocks: root, note, levels: prepared.levels, pictures: await readPictures(images) };
}
function prepare(parts2) {
  const zip2 = new JSZip();
  let levels2 = /* @__PURE__ */ new Map();
  for (const [name, bytes] of parts2) {
    if (!/\.(?:xml|rels)$/i.test(name)) {
      zip2.file(name, bytes);
      continue;
    }
    let xml = new TextDecoder().decode(bytes);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.slice(0, 4096))) return null;
    if (/^word\/(?:document\d*|footnotes|endnotes)\.xml$/.test(name)) xml = annotate(xml);
    else if (name === "word/numbering.xml") ({ xml, levels: levels2 } = nameListLevels(xml));
    zip2.file(name, xml);
  }
  return { zip: zip2.generateAsync({ type: "nodebuffer", compression: "STORE" }), levels: levels2 };
}
async function capture(zip2) {
  const { default: mammoth } = await import("mammoth");
  const buffer = await zip2;
  const found = [];
  try {
    await mammoth.convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (document) => {
          found.push({ root: document.children, notes: document.notes });
          return { ...document, children: [] };
        }
      }
    );
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (found.length === 0) return { reason: error instanceof RangeError ? "its parts are nested too deeply" : "its text is not what Word writes" };
  }
  return found[0] ?? { reason: "it has no text" };
}
function collectImages(nodes, images, note, seen) {
  for (const node of nodes) {
    if (node.type === "image") images.push(node);
    if (node.type === "noteReference") {
      const key = `${node.noteType}-${node.noteId}`;
      if (!seen.has(key)) {
        seen.add(key);
        collectImages(note(node.noteType ?? "", node.noteId ?? "")?.body ?? [], images, note, seen);
      }
    }
    collectImages(node.children ?? [], images, note, seen);
  }
}
var endings = { "image/jpeg": "jpg", "image/svg+xml": "svg", "image/x-emf": "emf", "image/x-wmf": "wmf", "image/tiff": "tif" };
async function readPictures(images) {
  const pictures = /* @__PURE__ */ new Map();
  const known = [];
  for (const image of images) {
    const read = await bytesOf(image);
    if ("address" in read) {
      pictures.set(image, read);
      continue;
    }
    const same = known.find(({ bytes }) => bytes.length === read.bytes.length && Buffer.compare(bytes, read.bytes) === 0);
    if (same !== void 0) {
      pictures.set(image, same);
      continue;
    }
    const type = image.contentType ?? "";
    const ending = endings[type] ?? (/^image\/([a-z0-9]{2,5})$/.exec(type)?.[1] ?? "bin");
    const picture = { name: `picture-${known.length + 1}.${ending}`, bytes: read.bytes };
    known.push(picture);
    pictures.set(image, picture);
  }
  return pictures;
}
async function bytesOf(image) {
  try {
    return { bytes: new Uint8Array(await image.readAsBuffer()) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const address = /external image '(.*)', external/s.exec(error.message)?.[1];
    return address === void 0 ? { bytes: new Uint8Array() } : { address };
  }
}

// src/diagnostics/catalogue/entry.ts
function entry(e) {
  return e;
}

// src/diagnostics/catalogue/command.ts
var command = {
  "command/usage": entry({
    severity: "error",
    message: ({ problem }) => problem,
    help: ({ suggestion }) => suggestion ?? "lectern --help lists what can be written.",
    why: "The command was not understood, so nothing was built. A misspelt option is never skipped in silence, because the result would differ from what you asked for.",
    wrong: "lectern build lesson.md --stirct",
    right: "lectern build lesson.md --strict"
  }),
  "command/cannot-write": entry({
    severity: "error",
    message: ({ path: path2, reason }) => `The package cannot be written to \u201C${path2}\u201D: ${reason}.`,
    help: () => "Name a folder you may write to with --out.",
    why: "The course was built, but there is nowhere to put it. Packages that were there before are untouched.",
    wrong: "lectern build lesson.md --out lesson.md",
    right: "lectern build lesson.md --out packages"
  }),
  "command/internal": entry({
    severity: "error",
    message: ({ reason, version, arguments: words }) => `Lectern itself failed: ${reason} (version ${version}, arguments: ${words}).`,
    help: () => "This is not your fault. Please report it, with this message and, if you may share it, the lesson.",
    why: "Mistakes in a lesson are reported with file, line and column. Anything else that stops a build is a fault of Lectern.",
    wrong: "nothing you wrote",
    right: "nothing you could write"
  })
};

// src/diagnostics/catalogue/course.ts
var course = {
  "course/yaml": entry({
    severity: "error",
    message: ({ problem }) => `The course file cannot be read: ${problem}.`,
    help: () => "Write one \u201Ckey: value\u201D a line; put a value with a colon or a # in quotation marks.",
    why: "The course file is YAML. If a part of it cannot be read, all of it is in doubt.",
    wrong: "title: Ports: an overview",
    right: 'title: "Ports: an overview"'
  }),
  "course/value": entry({
    severity: "error",
    message: ({ key, problem }) => `${key}: ${problem}.`,
    help: ({ example }) => `For example: ${example}`,
    why: "Ids, addresses and marks end up in the package and in reports, where only certain forms are allowed.",
    wrong: "id: My Course!",
    right: "id: my-course"
  }),
  "course/missing-key": entry({
    severity: "error",
    message: ({ key }) => `The course file says nothing about \u201C${key}\u201D.`,
    help: ({ example }) => `Add a line such as: ${example}`,
    why: "Without it the course cannot be named, ordered or told apart from others.",
    wrong: "lessons:\n  - one.md",
    right: "title: Passwords\nlessons:\n  - one.md"
  }),
  "course/unknown-key": entry({
    severity: "error",
    message: ({ key, near }) => `The course file has no key \u201C${key}\u201D.${near === null ? "" : ` Did you mean \u201C${near}\u201D?`}`,
    help: ({ near }) => near === null ? "Delete the line." : `Write ${near}:`,
    why: "A misspelt key would silently do nothing: a pass mark that is not there, a lesson that is missing.",
    wrong: "lesons:\n  - one.md",
    right: "lessons:\n  - one.md"
  }),
  "course/duplicate-lesson": entry({
    severity: "error",
    message: ({ path: path2, line }) => `\u201C${path2}\u201D is already in the list, on line ${line}.`,
    help: () => "Delete one of the two lines.",
    why: "Each lesson has its own place, id and results; the same file twice would give two lessons with one id.",
    wrong: "lessons:\n  - one.md\n  - one.md",
    right: "lessons:\n  - one.md"
  })
};

// src/diagnostics/catalogue/file.ts
var lessonFileNames = ".md, .markdown, .txt or .docx";
var textFileNames = ".md, .markdown or .txt";
var file = {
  "file/missing": entry({
    severity: "error",
    message: ({ name, near }) => `There is no file or folder \u201C${name}\u201D.${near === null ? "" : ` Did you mean \u201C${near}\u201D?`}`,
    help: ({ near }) => near === null ? "Check the spelling and the folder you are in." : `Use \u201C${near}\u201D.`,
    why: "A course is built from files on your disk; a name that leads nowhere builds nothing. Capital and small letters count, also where the computer itself does not care, because they do in the package.",
    wrong: "lectern build leson.md",
    right: "lectern build lesson.md"
  }),
  "file/unreadable": entry({
    severity: "error",
    message: ({ name, reason }) => `\u201C${name}\u201D cannot be read: ${reason}.`,
    help: () => "Close other programs that use it, or give yourself permission to read it.",
    why: "The file exists, but the computer does not hand it out: usually a matter of permissions or of a disk that is offline.",
    wrong: "a file that only another account may open",
    right: "the same file, copied into your own folder"
  }),
  "file/not-a-file": entry({
    severity: "error",
    message: ({ name }) => `\u201C${name}\u201D is neither a file nor a folder, but a device or a pipe.`,
    help: () => `Save the text as a file that ends in ${textFileNames}, and build that.`,
    why: "Lessons are read as whole files, so that every message can point into them. A pipe or a device has no beginning to go back to.",
    wrong: "lectern build /dev/stdin",
    right: "lectern build lesson.md"
  }),
  "file/extension": entry({
    severity: "error",
    message: ({ name, extension }) => extension === "" ? `\u201C${name}\u201D has no file extension, so it is not known to be a lesson.` : `\u201C${name}\u201D ends in ${extension}, which is not how a lesson ends.`,
    help: () => `Save the lesson under a name that ends in ${lessonFileNames}; or name a folder with a course.yaml.`,
    why: "Plain text and Word documents are built. The extension is checked first, so that a picture or a slide deck given by mistake is not taken for a lesson.",
    wrong: "lectern build lesson.pptx",
    right: "lectern build lesson.docx"
  }),
  "file/no-course": entry({
    severity: "error",
    message: ({ folder, lessons, more }) => lessons.length === 0 ? `The folder \u201C${folder}\u201D has no course.yaml, and no lesson files either.` : `The folder \u201C${folder}\u201D has no course.yaml. Lesson files found in it: ${lessons.join(", ")}${more === 0 ? "" : ` and ${more} more`}.`,
    help: ({ lessons }) => lessons.length === 0 ? "Name the folder that holds course.yaml, or a lesson file." : ["Build one lesson by its file name, or save this as course.yaml and mend the title:", "title: My course", "lessons:", ...lessons.map((name) => `  - ${quoteYaml(name)}`)].join("\n"),
    why: "A folder becomes a course by its course.yaml, which says the title and the order of the lessons. The order is never guessed from file names.",
    wrong: "a folder with one.md and two.md",
    right: "title: My course\nlessons:\n  - one.md\n  - two.md"
  }),
  "file/empty": entry({
    severity: "error",
    message: ({ name }) => `\u201C${name}\u201D is empty.`,
    help: () => "Write the text, save, and build again.",
    why: "An empty file is most often one that was not saved, or one whose copy failed. A page with nothing on it helps no learner.",
    wrong: "",
    right: "# Passwords\n\n## Objectives\n\n1. Choose a strong password."
  }),
  "file/not-utf8": entry({
    severity: "error",
    message: ({ name, byte, guess }) => `\u201C${name}\u201D is not UTF-8 text: the byte ${hex(byte)} here fits no letter.${guess === "" ? "" : ` In the Windows encoding the words would be \u201C${guess}\u201D.`}`,
    help: () => "Open the file in an editor and save it with the encoding UTF-8.",
    why: "Text is bytes plus an agreement on what they mean. With another agreement than UTF-8, accented letters and dashes turn into other signs, so nothing is guessed.",
    wrong: "a file saved as \u201CANSI\u201D or \u201CWindows-1252\u201D",
    right: "the same file saved as \u201CUTF-8\u201D"
  }),
  "file/utf16": entry({
    severity: "error",
    message: ({ name, encoding }) => `\u201C${name}\u201D is saved as ${encoding}, not as UTF-8.`,
    help: () => "Open the file in an editor and save it with the encoding UTF-8 (in Windows Notepad: Save as, Encoding, UTF-8).",
    why: "Some programs call this encoding \u201CUnicode\u201D. Lessons are read as UTF-8 only, which every editor can write.",
    wrong: "a file saved as \u201CUnicode\u201D or \u201CUTF-16\u201D",
    right: "the same file saved as \u201CUTF-8\u201D"
  }),
  "file/binary": entry({
    severity: "error",
    message: ({ name, kind }) => kind === null ? `\u201C${name}\u201D is not text.` : `\u201C${name}\u201D is not plain text: it seems to be ${kind}.`,
    help: ({ kind }) => kind?.includes(".docx") === true ? "Give it the ending .docx: lessons written in Word are built as they are." : `Open it in the program that made it, copy the text, and save that as a file that ends in ${textFileNames}.`,
    why: "A document of a word processor or a picture is not text, even when its name says so. Renaming a file does not change what is in it.",
    wrong: "lesson.pdf, renamed to lesson.txt",
    right: "lesson.txt, saved as \u201Cplain text\u201D"
  }),
  "file/not-word": entry({
    severity: "error",
    message: ({ name, kind }) => kind === null ? `\u201C${name}\u201D is not a Word document, whatever its name says.` : `\u201C${name}\u201D is not a Word document that can be read: it is ${kind}.`,
    help: ({ kind }) => kind?.includes("password") === true ? "In Word: File, Info, Protect Document, Encrypt with Password: delete the password, and save." : "Open it in the program that made it, and save it as \u201CWord document (.docx)\u201D.",
    why: "The ending .docx stands for one kind of file: a ZIP with the text in word/document.xml. Old documents (.doc) and documents with a password are built otherwise, and renaming changes nothing in them.",
    wrong: "lesson.doc, renamed to lesson.docx",
    right: "lesson.doc, opened in Word and saved as \u201CWord document (.docx)\u201D"
  }),
  "file/word-damaged": entry({
    severity: "error",
    message: ({ name, reason }) => `The Word document \u201C${name}\u201D cannot be read: ${reason}.`,
    help: () => "Open it in Word, let Word repair it if it offers to, save it under a new name, and build that.",
    why: "A document that was cut short while it was copied, or changed by another program, may still open in Word, which mends what it can. What cannot be read for certain is not guessed.",
    wrong: "a download that broke off",
    right: "the same document, opened and saved again in Word"
  }),
  "file/word-too-large": entry({
    severity: "error",
    message: ({ name, limit, what }) => `\u201C${name}\u201D unpacks to more than ${limit} MB of ${what}.`,
    help: ({ what }) => what === "pictures" ? "In Word: choose a picture, then Picture Format, Compress Pictures, for all pictures of the document." : "Cut the document into several lessons. If it is short, copy its text into a new document.",
    why: "A .docx is compressed, and a small file may unpack to one that fills the memory of the computer. No lesson needs that much.",
    wrong: "a document with hundreds of uncompressed photographs",
    right: "the same document with its pictures compressed"
  }),
  "file/too-large": entry({
    severity: "error",
    message: ({ name, megabytes, limit }) => `\u201C${name}\u201D has ${megabytes} MB; a text may have ${limit} MB at most.`,
    help: () => "Check that it is the lesson. If it is, cut it into several lessons.",
    why: "Even a thick book is smaller than ten megabytes of text. A larger file is nearly always another file than the one meant.",
    wrong: "lectern build export.txt, with 900 MB",
    right: "lectern build lesson.txt"
  }),
  "file/lock-would-change": entry({
    severity: "error",
    message: () => "The lock file does not fit the lessons any more, and --frozen forbids to change it.",
    help: () => "Build once without --frozen, look at what changed in lectern.lock.json, and keep it with the lessons.",
    why: "The lock file ties questions to the results already stored for them. On a build machine it must not change unseen, so --frozen stops the build instead.",
    wrong: "lectern build course --frozen, right after a question was added",
    right: "lectern build course, then lectern build course --frozen"
  })
};
function hex(byte) {
  return `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
function quoteYaml(name) {
  return /^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u.test(name) ? name : JSON.stringify(name);
}

// src/diagnostics/catalogue/header.ts
var header = {
  "header/yaml": entry({
    severity: "error",
    message: ({ problem }) => `The lines between --- cannot be read: ${problem}.`,
    help: () => "Write one \u201Ckey: value\u201D a line; put a value with a colon or a # in quotation marks.",
    why: "The header is YAML. If a part of it cannot be read, all of it is in doubt.",
    wrong: "---\ntitle: Ports: an overview\n---",
    right: '---\ntitle: "Ports: an overview"\n---'
  }),
  "header/yaml-unclosed": entry({
    severity: "error",
    message: () => "The header opened by --- on the first line is never closed.",
    help: () => "Add --- on a line of its own after the last \u201Ckey: value\u201D.",
    why: "Without its end the header would be shown to learners as text.",
    wrong: "---\ntitle: Ports\n\n# Ports",
    right: "---\ntitle: Ports\n---\n\n# Ports"
  }),
  "header/unknown-key": entry({
    severity: "warning",
    message: ({ key, near }) => `The header has no key \u201C${key}\u201D.${near === null ? "" : ` Did you mean \u201C${near}\u201D?`} It is ignored.`,
    help: ({ near }) => near === null ? "Delete the line." : `Write ${near}:`,
    why: "A misspelt key would silently do nothing: a pass mark that is not there, a duration nobody sees.",
    wrong: "---\nduraton: 30 min\n---",
    right: "---\nduration: 30 min\n---"
  }),
  "header/duplicate": entry({
    severity: "warning",
    message: ({ key }) => `\u201C${key}\u201D stands in the header twice; the first one counts.`,
    help: () => "Delete one of them.",
    why: "Two values for one thing contradict each other sooner or later.",
    wrong: "Type: Theory \xB7 Duration: 30 min \xB7 Type: Lab",
    right: "Type: Theory \xB7 Duration: 30 min"
  }),
  "header/conflict": entry({
    severity: "warning",
    message: ({ key, yaml, prose }) => `The text says \u201C${prose}\u201D for ${key}, the lines between --- say \u201C${yaml}\u201D. The latter counts.`,
    help: () => "Make both the same, or delete one.",
    why: "Where the same fact stands in two places, only one of them gets updated.",
    wrong: "---\nduration: 20 min\n---\n\n# Ports\n\nDuration: 30 min",
    right: "---\nduration: 30 min\n---\n\n# Ports"
  })
};

// src/diagnostics/catalogue/html.ts
var html = {
  "html/not-allowed": entry({
    severity: "error",
    message: ({ tag, written }) => `The HTML ${tag.startsWith("!") || tag.startsWith("?") ? `\u201C${written}\u201D` : `element \u201C${written}\u201D`} cannot be used in a lesson.`,
    help: ({ written }) => `If it is meant as text, write \`${written}\` or \\${written}. Allowed are kbd, sub, sup, br, details, summary, abbr and span.`,
    why: "HTML can run programs in the learner's browser and breaks the page for screen readers. What is allowed is what Markdown lacks.",
    wrong: "<script>alert(1)</script>",
    right: "`<script>`"
  }),
  "html/attribute": entry({
    severity: "error",
    message: ({ tag, attribute: attribute2 }) => `<${tag}> cannot have \u201C${attribute2}\u201D here.`,
    help: ({ tag, allowed }) => allowed.length === 0 ? `Write it without: <${tag}>` : `Only ${allowed.join(" and ")} can be set: <${tag} ${allowed[0] ?? ""}="\u2026">`,
    why: "Attributes can carry programs and styles that work against the learner's settings.",
    wrong: '<kbd onclick="go()">Enter</kbd>',
    right: "<kbd>Enter</kbd>"
  })
};

// src/diagnostics/catalogue/id.ts
var id = {
  "id/duplicate": entry({
    severity: "error",
    message: ({ id: name, first, what }) => `The ${what} id \u201C${name}\u201D is already in use at ${first}.`,
    help: () => "Give one of the two another id; capital letters alone do not make a difference.",
    why: "Results are stored under the id. Two questions with one id would overwrite each other in every report.",
    wrong: "Id: relu \u2026 Id: ReLU",
    right: "Id: relu \u2026 Id: relu-range"
  }),
  "id/type-changed": entry({
    severity: "warning",
    message: ({ id: name, was, now }) => `\u201C${name}\u201D was a ${was.replace("-", "/")} question in the last build and is a ${now.replace("-", "/")} question now. Old results no longer fit it.`,
    help: ({ id: name }) => `Give it a new id, for example: Id: ${name}-2`,
    why: "Reports would add up answers that cannot be compared.",
    wrong: "Id: relu, first as single choice and later as a written answer",
    right: "Id: relu, and Id: relu-text for the written one"
  }),
  "id/lesson-renamed": entry({
    severity: "warning",
    message: ({ id: now, before, questions }) => `${questions === 1 ? "A question" : `${questions} questions`} of this lesson used to be in the lesson \u201C${before}\u201D, which this build does not have. \u201C${now}\u201D is a new lesson, and results of the old one do not count for it.`,
    help: ({ before }) => `If only the title has changed, keep the old id with a line between --- at the very top: code: ${before}`,
    why: "A lesson is known by its code, or by its title where it has none. Learners who have finished it would have to begin again.",
    wrong: "# Locks and keys, called \u201C# Locks\u201D in the last build",
    right: "---\ncode: locks\n---\n\n# Locks and keys"
  }),
  "id/shape": entry({
    severity: "error",
    message: ({ id: name }) => `\u201C${name}\u201D cannot be an id.`,
    help: ({ suggestion }) => `Use up to 64 letters a\u2013z, digits, dots, dashes and underscores, starting with a letter or digit: Id: ${suggestion}`,
    why: "The id travels through learning platforms that accept plain letters, digits and few signs only.",
    wrong: "Id: relu range!",
    right: "Id: relu-range"
  })
};

// src/diagnostics/catalogue/lesson.ts
var lesson = {
  "lesson/no-title": entry({
    severity: "error",
    message: ({ file: file2 }) => `The lesson in \u201C${file2}\u201D has no title.`,
    help: () => "Begin with code and title: # L1.1 \u2014 Passwords",
    why: "The title is what learners choose the lesson by, and what the learning platform lists.",
    wrong: "A text that begins with its first section",
    right: "# L1.1 \u2014 Passwords"
  }),
  "lesson/empty": entry({
    severity: "error",
    message: ({ file: file2 }) => `The lesson in \u201C${file2}\u201D has nothing to show to learners.`,
    help: () => "Add a section with text below the title, for example: ## Core content",
    why: "An empty lesson would count as completed by nobody, or by everybody.",
    wrong: "A title and nothing else",
    right: "A title and a section with text"
  }),
  "lesson/maybe-private": entry({
    severity: "warning",
    message: ({ words }) => `\u201C${words}\u201D sounds private, but the section is shown to learners.`,
    help: () => "Call it \u201CInstructor notes\u201D or \u201CProduction notes\u201D to keep it out of the course, or give it another name.",
    why: "Only sections with one of the known names stay private. Notes or answers under another name would be published.",
    wrong: "## Comments left by the production team",
    right: "## Production notes"
  }),
  "lesson/draft": entry({
    severity: "error",
    message: ({ title }) => `\u201C${title}\u201D is a draft (Status: Draft).`,
    help: () => "Build it with --draft to look at it, or change the status when it is ready.",
    why: "Drafts must not reach learners by accident.",
    wrong: "Status: Draft",
    right: "Status: Mandatory"
  }),
  "lesson/course-decides": entry({
    severity: "warning",
    message: ({ field, value, course: course2 }) => `The ${field} \u201C${value}\u201D of this lesson is not used: ${course2 === null ? `the course file sets none, and only the course has one` : `the course file says ${course2}`}.`,
    help: ({ course: course2 }) => course2 === null ? "Write it in the course file, for the whole course, or delete it here." : "Make both the same, or delete it here.",
    why: "A course is passed and completed as a whole, so its own file decides.",
    wrong: "Passing score: 70%, in a lesson of a course with pass-mark: 80%",
    right: "pass-mark: 80%, in course.yaml alone"
  }),
  "lesson/two-pass-marks": entry({
    severity: "warning",
    message: ({ here, first, line }) => `The pass mark \u201C${here}\u201D differs from \u201C${first}\u201D on line ${line}, which counts.`,
    help: () => "Make both the same, or delete one.",
    why: "Learners pass or fail by one mark; the other one would mislead whoever reads it.",
    wrong: "Passing score: 80% in the header, Pass: 60% in the quiz",
    right: "Passing score: 80% in the header alone"
  }),
  "lesson/not-used": entry({
    severity: "warning",
    message: ({ field, value }) => `\u201C${field}: ${value}\u201D is understood, but this version does not honour it yet.`,
    help: () => "Delete the line.",
    why: "A setting that does nothing would be relied upon by its author.",
    wrong: "---\ntime-limit: 20 min\n---",
    right: "---\nduration: 20 min\n---"
  }),
  "lesson/value": entry({
    severity: "error",
    message: ({ field, value }) => `\u201C${value}\u201D cannot be the ${field} of a lesson.`,
    help: ({ choices }) => `Use ${choices}.`,
    why: "A value that is not understood would be ignored without anybody noticing.",
    wrong: "Passing score: high",
    right: "Passing score: 80%"
  })
};

// src/diagnostics/catalogue/link.ts
var link = {
  "link/scheme": entry({
    severity: "error",
    message: ({ url, scheme }) => `The address \u201C${url}\u201D begins with \u201C${scheme}\u201D, which is not allowed.`,
    help: () => "Link to https:, http:, mailto:, tel: or a file of the course.",
    why: "Addresses such as javascript: run programs in the learner's browser with the rights of the learning platform.",
    wrong: "[More](javascript:alert(1))",
    right: "[More](https://example.com/)"
  }),
  "link/missing-file": entry({
    severity: "error",
    message: ({ path: path2, suggestion, onlyCase }) => onlyCase && suggestion !== null ? `\u201C${path2}\u201D does not exist, but \u201C${suggestion}\u201D does; small and capital letters are different names in the package.` : `\u201C${path2}\u201D does not exist.${suggestion === null ? "" : ` Did you mean \u201C${suggestion}\u201D?`}`,
    help: ({ suggestion }) => suggestion === null ? "Put the file there, or correct the path; paths count from the lesson's own folder." : suggestion,
    why: "Learners would meet a broken picture or link.",
    wrong: "![Three layers](layer.png)",
    right: "![Three layers](layers.png)"
  }),
  "link/source-file": entry({
    severity: "error",
    message: ({ path: path2 }) => `\u201C${path2}\u201D is a source file and not a lesson of this build. Linking to it would put its answers and notes into the package.`,
    help: () => "Add the lesson to \u201Clessons\u201D in course.yaml and build the course, or write its title without a link.",
    why: "A linked file is shipped as it is. A lesson\u2019s text holds right answers, explanations and production notes that learners must not get.",
    wrong: "See the [next lesson](two.md).",
    right: "See the next lesson, L2."
  }),
  "link/ships-as-is": entry({
    severity: "warning",
    message: ({ path: path2 }) => `\u201C${path2}\u201D will be in the package as it stands, for every learner to open.`,
    help: () => "If it is a lesson, add it to \u201Clessons\u201D in course.yaml. If it is a handout, save it as PDF to silence this warning.",
    why: "Text and Word files may be lessons, with answers and private notes inside. Lectern cannot tell them from handouts.",
    wrong: "Read the [policy](policy.txt).",
    right: "Read the [policy](policy.pdf)."
  })
};

// src/diagnostics/catalogue/lock.ts
var lock = {
  "lock/unreadable": entry({
    severity: "error",
    message: ({ reason }) => `The lock file cannot be read: ${reason}. It is left as it is.`,
    help: () => "Restore it from your version control or a copy. Delete it only if no learner has results yet.",
    why: "The lock file ties questions to the results already stored for them. A new one could give old results to other questions.",
    wrong: "A lock file with the marks of an unfinished merge in it",
    right: "The lock file as the last build wrote it"
  })
};

// src/diagnostics/catalogue/media.ts
var inWord = (path2) => /\.docx\/[^/]*$/i.test(path2);
var media = {
  "media/no-alt": entry({
    severity: "error",
    message: ({ path: path2 }) => inWord(path2) ? "The picture here has no description." : `The image \u201C${path2}\u201D has no description.`,
    help: ({ path: path2 }) => inWord(path2) ? "In Word: right-click the picture, choose \u201CView Alt Text\u201D and say what it shows; or tick \u201CMark as decorative\u201D if it is only decoration." : `Say what it shows: ![Three boxes joined by arrows](${path2}) \u2014 or, if it is only decoration: ![decorative](${path2})`,
    why: "Learners who cannot see the image hear its description instead.",
    wrong: "![](layers.png)",
    right: "![Three layers joined by arrows](layers.png)"
  }),
  "media/alt-file-name": entry({
    severity: "warning",
    message: ({ alt }) => `\u201C${alt}\u201D is the name of a file, not a description of the picture.`,
    help: ({ path: path2 }) => inWord(path2) ? "In Word: right-click the picture, choose \u201CView Alt Text\u201D and say what it shows." : `Say what it shows: ![Three boxes joined by arrows](${path2})`,
    why: "A screen reader would read out the file name, letter by letter, and the learner would know as little as before.",
    wrong: "![IMG_2041.jpg](IMG_2041.jpg)",
    right: "![A lock with a key broken off in it](IMG_2041.jpg)"
  }),
  "media/alt-long": entry({
    severity: "warning",
    message: ({ length, limit }) => `The description of this picture has ${length} characters; more than ${limit} are hard to follow by ear.`,
    help: () => "Say in one sentence what it is, and put the rest into a paragraph below it that begins with \u201CDescription:\u201D.",
    why: "A description is spoken in one go, without a way to pause or go back. A paragraph that begins with \u201CDescription:\u201D can be opened, reread, and is there for everybody.",
    wrong: "![A flow chart. It begins with \u2026 and ends with \u2026](flow.png)",
    right: "![Flow chart of a login](flow.png)\n\nDescription: The user types a name. Then \u2026"
  }),
  "media/remote": entry({
    severity: "error",
    message: ({ url }) => `The image \u201C${url}\u201D lies on another server.`,
    help: () => "Save it beside the lesson and use its file name.",
    why: "A course package must work without the internet and must not tell other servers who is learning.",
    wrong: "![Logo](https://example.com/logo.png)",
    right: "![Logo](logo.png)"
  }),
  "media/not-a-picture": entry({
    severity: "error",
    message: ({ path: path2, bytes, found, promised }) => {
      const name = inWord(path2) ? "The picture here" : `\u201C${path2}\u201D`;
      if (bytes === 0) return `${name} is empty: it has no bytes.`;
      if (found === null) return promised === null ? `${name} is no picture that browsers show.` : `${name} is not a ${promised} picture, nor any other that is known.`;
      return promised === null ? `${name} is a ${found} picture, which not every browser shows.` : `${name} is a ${found} picture, not the ${promised} that its name says.`;
    },
    help: ({ path: path2, found, ending, promised }) => {
      if (inWord(path2)) return "In Word: right-click the picture, choose \u201CSave as Picture\u201D, save it as PNG, and insert that file instead.";
      if (found !== null && ending !== null) return `Rename it to ${path2.replace(/\.[^./]*$/, "")}.${ending}, here and on the disk.`;
      return promised === null && found === null ? "Pictures are PNG, JPEG, WebP, AVIF, GIF or SVG. Link to other files instead: [the file](\u2026)." : "Open it in the program that made it, and save it again as PNG or JPEG.";
    },
    why: "Browsers show PNG, JPEG, WebP, AVIF, GIF and SVG. Another file, a damaged one, or one with a wrong name leaves a hole in the lesson.",
    wrong: "![A lock](lock.png), where lock.png is a web page that was saved by mistake",
    right: "![A lock](lock.png), where lock.png is a PNG picture"
  }),
  "media/large": entry({
    severity: "warning",
    message: ({ path: path2, width, height, kilobytes }) => `${inWord(path2) ? "The picture here" : `\u201C${path2}\u201D`} is larger than a lesson needs: ${width} \xD7 ${height} pixels, ${kilobytes} kB.`,
    help: ({ path: path2, width, kind, widest, heaviest }) => {
      if (inWord(path2)) return "In Word: choose the picture, then Picture Format, Compress Pictures, \u201CWeb (150 ppi)\u201D.";
      if (kind === "SVG") return `Simplify the drawing, or save it as PNG or WebP: below ${heaviest} kB.`;
      const scale = width > widest ? `Scale it to ${Math.round(widest * 0.8)} pixels in width` : "Save it with stronger compression";
      return `${scale}; photographs as JPEG, WebP or AVIF, drawings as SVG or PNG: below ${heaviest} kB.`;
    },
    why: "The page shows a picture at most about 700 pixels wide, 1,400 on a dense screen. What is beyond that only makes learners wait, and those on a phone pay for it.",
    wrong: "a photograph straight from the camera: 6000 \xD7 4000 pixels, 8 MB",
    right: "the same, 1600 pixels wide: 200 kB"
  }),
  "media/too-large": entry({
    severity: "warning",
    message: ({ path: path2, megabytes, limit }) => `\u201C${path2}\u201D has ${megabytes} MB; many learning platforms refuse packages with files above ${limit} MB.`,
    help: () => "Make it smaller, or put it on a server of your organisation and link to it there.",
    why: "The file travels inside the package, and every learner downloads it. Learning platforms limit what can be uploaded, often to less than a hundred megabytes.",
    wrong: "[All slides](slides.pdf), with 80 MB",
    right: "[All slides](https://files.example.org/slides.pdf)"
  }),
  "media/animated": entry({
    severity: "warning",
    message: ({ path: path2, seconds }) => `${inWord(path2) ? "The picture here" : `\u201C${path2}\u201D`} moves ${seconds === Infinity ? "without end" : `for ${Math.round(seconds * 10) / 10} seconds`}, and nobody can stop it.`,
    help: () => "Let it play once within five seconds, or use a still picture, or several stills one below the other.",
    why: "Movement beside a text makes reading hard, for some people impossible. WCAG 2.2.2 allows five seconds, unless the movement can be paused; a picture cannot be.",
    wrong: "![A lock being picked](picking.gif), which loops",
    right: "![A lock being picked](picking.gif), which plays once in four seconds"
  })
};

// src/diagnostics/catalogue/objective.ts
var objective = {
  "objective/unknown": entry({
    severity: "error",
    message: ({ value, highest }) => highest === 0 ? `\u201CObjective: ${value}\u201D, but this lesson lists no objectives.` : `\u201CObjective: ${value}\u201D, but this lesson has the objectives 1${highest === 1 ? "" : ` to ${highest}`}.`,
    help: ({ highest }) => highest === 0 ? "Add a section \u201CLearning objectives\u201D with a numbered list." : "Write the number of an objective in the list: Objective: 1",
    why: "Results per objective are reported to the learning platform; this one would be lost.",
    wrong: "Objective: 5",
    right: "Objective: 2"
  }),
  "objective/not-assessed": entry({
    severity: "warning",
    message: ({ number, words }) => `No question tests objective ${number} (\u201C${words}\u201D).`,
    help: ({ number }) => `Add this line to a question that tests it: Objective: ${number}`,
    why: "The lesson promises something that nobody is asked about.",
    wrong: "Three objectives, and questions for two of them",
    right: "A question with Objective: 3"
  }),
  "objective/none-linked": entry({
    severity: "warning",
    message: ({ objectives, items }) => `${items === 1 ? "The question does not say" : `None of the ${items} questions says`} which ${objectives === 1 ? "objective" : `of the ${objectives} objectives`} it tests, so there is no result per objective.`,
    help: () => "Add a line with the number to each question: Objective: 1",
    why: "Learning platforms show results per objective, but only where questions name one.",
    wrong: "Q: Why does depth matter?\nA: Features compose.",
    right: "Q: Why does depth matter?\nA: Features compose.\nObjective: 1"
  }),
  "objective/more-text": entry({
    severity: "warning",
    message: ({ words }) => `The objectives end before \u201C${words}\u201D: only the first list of their section is read as objectives.`,
    help: () => "Put what follows below a heading of its own (## Core content), or join the lists into one if all of them are objectives.",
    why: "Without a heading, the body of the lesson would be taken for promises to the learner. It stays where it is and is shown as ordinary text.",
    wrong: "Learning objectives\n1. Describe a laptop.\n2. Explain its risks.\n\n1. Scope\n\nThis covers laptops.",
    right: "Learning objectives\n1. Describe a laptop.\n2. Explain its risks.\n\nCore content\n1. Scope\n\nThis covers laptops."
  }),
  "objective/not-measurable": entry({
    severity: "info",
    message: ({ verb, number }) => `Objective ${number} begins with \u201C${verb}\u201D, which nobody can observe.`,
    help: () => "Prefer what a learner can show: describe, explain, compare, choose, \u2026",
    why: "An objective that can be observed can also be tested.",
    wrong: "1. Understand neural networks.",
    right: "1. Explain what a layer does."
  })
};

// src/diagnostics/catalogue/package.ts
var packaging = {
  "package/file-type": entry({
    severity: "error",
    message: ({ file: file2, extension }) => `\u201C${file2}\u201D cannot go into the course: LMSs refuse packages that hold a \u201C.${extension}\u201D file, because a server could run it.`,
    help: () => "Show the code in the lesson as a code block, or save the file as \u201C.txt\u201D or \u201C.pdf\u201D and use that.",
    why: "An LMS unpacks a course onto its own web server. Files that a server or a computer runs are a way to attack it, so many LMSs reject the whole package when they meet one.",
    wrong: "![The sign-in page](sign-in.php)",
    right: "![The sign-in page](sign-in.png)"
  }),
  "package/title-long": entry({
    severity: "warning",
    message: ({ length, limit, shown }) => `The title has ${length} characters; an LMS keeps ${limit}. In the LMS the course will be called \u201C${shown}\u201D.`,
    help: ({ limit }) => `Shorten the title to ${limit} characters or fewer.`,
    why: "Longer titles have made the import of a whole package fail. Learners still see the full title inside the course.",
    wrong: `title: ${"How to recognise, report and recover from a phishing attack, ".repeat(4).trim()}`,
    right: "title: Phishing: recognise, report, recover"
  }),
  "package/version-long": entry({
    severity: "warning",
    message: ({ version, limit, shown }) => `The version \u201C${version}\u201D is longer than the ${limit} characters an LMS keeps. The LMS will be told \u201C${shown}\u201D.`,
    help: ({ limit }) => `Write a version of ${limit} characters or fewer, such as \u201C1.4.0\u201D.`,
    why: "The standard gives the version of a package twenty characters. Two long versions that begin alike would look the same in the LMS.",
    wrong: "version: 2026-02-03 second review by legal",
    right: "version: 2.3.0"
  }),
  "package/progress-too-large": entry({
    severity: "error",
    message: ({ characters, limit, items }) => `Progress through ${items} questions can take ${characters} characters; the LMS keeps ${limit}. Learners could lose theirs.`,
    help: () => "Divide the course into several smaller ones.",
    why: "An LMS stores what a learner has done as one short text. When it gets too long, many LMSs drop all of it without a word, so the build refuses a course whose longest possible text does not fit.",
    wrong: "A course of 5,000 questions",
    right: "Five courses of 1,000 questions"
  }),
  "package/answers-not-kept": entry({
    severity: "info",
    message: ({ characters, limit }) => `A learner who answers everything at length could fill ${characters} of the ${limit} characters an LMS keeps. The answers given longest ago are then not shown again after a return; scores and tries always stay.`,
    help: () => "Divide the course if every old answer must stay readable to the learner.",
    why: "The full answers were sent to the LMS when they were given and stay in its reports. Only what the page shows again after a return is affected.",
    wrong: "A course of 1,500 questions",
    right: "Two courses of 750 questions"
  }),
  "package/many-objectives": entry({
    severity: "warning",
    message: ({ count, limit }) => `The course has ${count} learning objectives with questions; LMSs promise to keep ${limit}.`,
    help: () => "Divide the course into several smaller ones, or link fewer objectives.",
    why: "SCORM 2004 guarantees room for 100 objectives. Results of the ones beyond that may be refused by the LMS; the score of the course is not affected.",
    wrong: "A course of 40 lessons with 4 objectives each",
    right: "Two courses of 20 lessons"
  }),
  "package/many-interactions": entry({
    severity: "warning",
    message: ({ count, limit }) => `The course has ${count} questions; LMSs promise to keep ${limit} answers of a learner.`,
    help: () => "Divide the course into several smaller ones.",
    why: "SCORM 2004 guarantees room for 250 answers, and every try is one. Later answers may be missing in the LMS\u2019s question report; score and completion are not affected.",
    wrong: "A course of 70 lessons with 4 questions each",
    right: "Three courses of at most 25 lessons"
  })
};

// src/diagnostics/catalogue/path.ts
var path = {
  "path/outside": entry({
    severity: "error",
    message: ({ path: written }) => `\u201C${written}\u201D leads out of the course folder.`,
    help: () => "Copy the file into the course folder and use its path from the lesson.",
    why: "A package may contain only what belongs to the course; anything else on the computer stays private.",
    wrong: "![Notes](../../private/notes.png)",
    right: "![Notes](notes.png)"
  })
};

// src/diagnostics/catalogue/quiz.ts
var lines = (n) => n.length === 1 ? `line ${n[0]}` : `lines ${n.slice(0, -1).join(", ")} and ${n[n.length - 1]}`;
var notUsed = {
  yet: "is understood, but this version does not honour it yet",
  written: "has no effect on a question with a written answer",
  choice: "has no effect on a question with options",
  truth: "has no effect on a true/false question",
  inside: "concerns the whole quiz, and has no effect inside a question"
};
var quiz = {
  "quiz/two-correct": entry({
    severity: "error",
    message: ({ question, lines: at }) => `Question ${question} allows one answer, but the options on ${lines(at)} are ${at.length === 2 ? "both" : "all"} marked (x).`,
    help: () => "Keep one (x), or write [x] and [ ] on every option so that several answers are right.",
    why: "Round brackets promise the learner exactly one right answer. With two, a learner who knows the matter is marked wrong half of the time.",
    wrong: "1. Q: Which is an activation function?\n   - (x) ReLU\n   - (x) GELU\n   - ( ) Bias",
    right: "1. Q: Which are activation functions?\n   - [x] ReLU\n   - [x] GELU\n   - [ ] Bias"
  }),
  "quiz/no-correct": entry({
    severity: "error",
    message: ({ question }) => `No option of question ${question} is marked as correct.`,
    help: ({ option, marker }) => `Mark the right one, for example: ${marker} ${option}`,
    why: "A question that nobody can get right would fail every learner.",
    wrong: "1. Q: Which layer sees colours?\n   - ( ) The first\n   - ( ) The last",
    right: "1. Q: Which layer sees colours?\n   - (x) The first\n   - ( ) The last"
  }),
  "quiz/one-option": entry({
    severity: "error",
    message: ({ question, option }) => `Question ${question} has a single option, \u201C${option}\u201D.`,
    help: ({ option }) => `Add wrong options, or replace the list by a written answer: A: ${option}`,
    why: "With one option there is nothing to choose.",
    wrong: "1. Q: What is 2 + 2?\n   - (x) 4",
    right: "1. Q: What is 2 + 2?\n   - (x) 4\n   - ( ) 22"
  }),
  "quiz/empty": entry({
    severity: "warning",
    message: ({ title }) => `\u201C${title}\u201D is a quiz, but there is no question in it.`,
    help: () => "Begin each question with Q: on a line of its own, for example: 1. Q: Which port is HTTPS?",
    why: "Nothing below such a heading is shown to learners unless it belongs to a question.",
    wrong: "## Quiz\n\nThink about what you have learned.",
    right: "## Quiz\n\n1. Q: What have you learned?\n   A: That layers build on each other."
  }),
  "quiz/empty-option": entry({
    severity: "error",
    message: ({ question }) => `An option of question ${question} has no text.`,
    help: () => "Write the option after the brackets, or delete the line.",
    why: "Learners, and screen readers above all, would meet a choice without a name.",
    wrong: "1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( )\n   - ( ) 80",
    right: "1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80"
  }),
  "quiz/all-correct": entry({
    severity: "warning",
    message: ({ question }) => `Every option of question ${question} is correct, so ticking everything always wins.`,
    help: () => "Add an option that is wrong: - [ ] \u2026",
    why: "A question without a distractor measures nothing.",
    wrong: "1. Q: Which are weight files?\n   - [x] safetensors\n   - [x] GGUF",
    right: "1. Q: Which are weight files?\n   - [x] safetensors\n   - [x] GGUF\n   - [ ] JSONL"
  }),
  "quiz/duplicate-option": entry({
    severity: "error",
    message: ({ option, line }) => `The option \u201C${option}\u201D is already there on line ${line}; learners cannot tell the two apart.`,
    help: () => "Change the wording of one of them, or delete it.",
    why: "Capital letters and spaces are not counted as a difference, because learners do not see one.",
    wrong: "1. Q: Which one is an activation?\n   - (x) ReLU\n   - ( ) relu\n   - ( ) Bias",
    right: "1. Q: Which one is an activation?\n   - (x) ReLU\n   - ( ) Softplus\n   - ( ) Bias"
  }),
  "quiz/mixed-markers": entry({
    severity: "error",
    message: ({ question, bare }) => bare ? `Some options of question ${question} have brackets, this one has none.` : `Question ${question} mixes ( ) and [ ].`,
    help: ({ above }) => above ? "If the first lines are a list in the question, put a sentence between it and the options; otherwise give each of them brackets too." : "Use ( ) on every option where one answer is right, [ ] on every option where several may be.",
    why: "The brackets decide whether learners may choose one option or several.",
    wrong: "1. Q: Which port is HTTPS?\n   - (x) 443\n   - [ ] 80",
    right: "1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80"
  }),
  "quiz/no-answer": entry({
    severity: "error",
    message: ({ question, prompt, listed }) => `Question ${question} (\u201C${prompt}\u201D) has neither an answer nor options.${listed === null ? "" : " The entries listed in it have no brackets, so they are part of the question."}`,
    help: ({ listed }) => listed === null ? "Add a model answer on its own line (A: \u2026), or options (- (x) \u2026 and - ( ) \u2026)." : `Put brackets before every entry, with an x in those of the right one: - ( ) ${listed}`,
    why: "Without an answer the question can be neither marked nor compared with a model.",
    wrong: "1. Q: Why does depth matter?",
    right: "1. Q: Why does depth matter?\n   A: Because layers build on each other."
  }),
  "quiz/no-question": entry({
    severity: "error",
    message: ({ label }) => `\u201C${label}\u201D stands here without a question before it.`,
    help: () => "Put the question above it: Q: \u2026",
    why: "What belongs to no question is shown to nobody.",
    wrong: "## Quiz\n\nA: Because layers build on each other.",
    right: "## Quiz\n\nQ: Why does depth matter?\nA: Because layers build on each other."
  }),
  "quiz/empty-question": entry({
    severity: "error",
    message: ({ question }) => `Question ${question} has no text.`,
    help: () => "Write the question after the label: Q: \u2026",
    why: "Learners would see options or an answer box without knowing what is asked.",
    wrong: "1. Q:\n   A: Because layers build on each other.",
    right: "1. Q: Why does depth matter?\n   A: Because layers build on each other."
  }),
  "quiz/ambiguous-label": entry({
    severity: "warning",
    message: ({ label, column }) => `\u201C${label}\u201D could begin at more than one place on this line; it was taken to begin at column ${column}.`,
    help: ({ label }) => `Put ${label} on a line of its own to be sure.`,
    why: "Where question and answer share a line, a second \u201CA:\u201D inside the text looks just like the real one.",
    wrong: "1. Q: Who gets plan A? A: Everybody. A: was the old name.",
    right: "1. Q: Who gets plan A?\n   A: Everybody. A: was the old name."
  }),
  "quiz/swallowed-label": entry({
    severity: "info",
    message: ({ label }) => `${label} follows the options without an empty line. It is read as meant here, but other Markdown viewers show it inside the last option.`,
    help: ({ label }) => `Put an empty line before ${label}`,
    why: "In Markdown a line right below a list item continues that item.",
    wrong: "1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80\n   Why: 80 is HTTP.",
    right: "1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80\n\n   Why: 80 is HTTP."
  }),
  "quiz/no-why": entry({
    severity: "warning",
    message: ({ question }) => `Question ${question} explains nothing after it is answered.`,
    help: () => "Add one sentence: Why: \u2026",
    why: "Learners learn far more from an explained answer than from right or wrong alone.",
    wrong: "1. Q: True or false: HTTPS uses port 80.\n   A: False.",
    right: "1. Q: True or false: HTTPS uses port 80.\n   A: False.\n   Why: 80 is HTTP; HTTPS uses 443."
  }),
  "quiz/tf-as-text": entry({
    severity: "info",
    message: ({ question, answer }) => `Question ${question} is read as true/false, because its answer is just \u201C${answer}\u201D.`,
    help: () => "If you want a written reply, add: Type: short answer",
    why: "A single true/false word as the answer is almost always meant as a choice, but not always.",
    wrong: "1. Q: Is HTTPS encrypted?\n   A: True.\n   Why: It runs over TLS.",
    right: "1. Q: True or false: HTTPS is encrypted.\n   A: True.\n   Why: It runs over TLS."
  }),
  "quiz/only-self-marked": entry({
    severity: "warning",
    message: ({ selfMarked, all }) => selfMarked === all ? `${all === 1 ? "The only question here is" : `All ${all} questions are`} marked by the learners themselves, so there is no score to report.` : `${selfMarked} of ${all} questions are marked by the learners themselves; the score rests on the other ${all - selfMarked === 1 ? "one" : all - selfMarked}.`,
    help: () => "Give more questions options (- (x) \u2026 and - ( ) \u2026); a written answer is compared with the model by the learner and counts for completion only.",
    why: "A score that rests on one question is right or wrong by luck.",
    wrong: "## Quiz\n\n1. Q: Why does depth matter? A: Layers build on each other. Why: Features compose.",
    right: "## Quiz\n\n1. Q: Why does depth matter?\n   - (x) Layers build on each other\n   - ( ) It saves memory\n\n   Why: Features compose."
  }),
  "quiz/answer-in-prompt": entry({
    severity: "warning",
    message: ({ question, option }) => `The correct option of question ${question}, \u201C${option}\u201D, already stands in the question.`,
    help: () => "Ask without the word, or let a wrong option share it.",
    why: "Learners who know nothing find the answer by reading the question.",
    wrong: "1. Q: What does a gradient check compare the gradient with?\n   - (x) gradient\n   - ( ) loss",
    right: "1. Q: What is compared in a gradient check?\n   - (x) Two slopes\n   - ( ) Two losses"
  }),
  "quiz/longest-is-right": entry({
    severity: "info",
    message: ({ longest, all }) => `In ${longest} of ${all} questions the correct option is the longest.`,
    help: () => "Shorten some correct options or lengthen wrong ones.",
    why: "Learners who are used to tests notice, and choose the longest without reading.",
    wrong: "Four questions whose right option is always the long, careful one",
    right: "Right options of all lengths"
  }),
  "quiz/all-of-the-above": entry({
    severity: "info",
    message: ({ option }) => `Options are shuffled, so \u201C${option}\u201D is kept at the end.`,
    help: ({ option }) => `Write it yourself to silence this note: ${option} (last)`,
    why: "\u201CAbove\u201D means nothing when the order changes from learner to learner.",
    wrong: "- ( ) All of the above",
    right: "- ( ) All of the above (last)"
  }),
  "quiz/points": entry({
    severity: "error",
    message: ({ value }) => `\u201C${value}\u201D is not a number of points.`,
    help: () => "Write a number of 0 or more: Points: 2",
    why: "Points decide the score.",
    wrong: "Points: two",
    right: "Points: 2"
  }),
  "quiz/value": entry({
    severity: "error",
    message: ({ label, value }) => `\u201C${value}\u201D is no value for \u201C${label}\u201D.`,
    help: ({ label, choices }) => `Write ${label} ${choices}`,
    why: "A value that is not understood would be ignored without anybody noticing.",
    wrong: "Attempts: often",
    right: "Attempts: 3"
  }),
  "quiz/select-differs": entry({
    severity: "error",
    message: ({ question, value, correct, round }) => `Question ${question} says \u201CSelect: ${value}\u201D, but ${round ? "the round brackets of its options allow one answer" : `${correct} of its options ${correct === 1 ? "is" : "are"} marked as correct`}.`,
    help: ({ correct, round }) => round ? "Write [x] and [ ] on every option, or delete the line with Select:" : correct === 1 ? "Write Select: one" : `Write Select: exactly ${correct}, or Select: all that apply`,
    why: "Learners could never give the full answer.",
    wrong: "- [x] GGUF\n- [x] ONNX\n- [ ] JSONL\n\nSelect: exactly 3",
    right: "- [x] GGUF\n- [x] ONNX\n- [ ] JSONL\n\nSelect: exactly 2"
  }),
  "quiz/answer-letter": entry({
    severity: "error",
    message: ({ question, value, letters }) => `Question ${question} has the options ${letters}, but its answer is \u201C${value}\u201D.`,
    help: () => "Name the letter of the right option: Answer: B",
    why: "With lettered options the answer line says which one is right.",
    wrong: "Q: Which port is HTTPS?\nA) 80\nB) 443\nAnswer: D",
    right: "Q: Which port is HTTPS?\nA) 80\nB) 443\nAnswer: B"
  }),
  "quiz/marked-option": entry({
    severity: "warning",
    message: ({ question, option, sign }) => `Learners see \u201C${option}\u201D in question ${question}, and \u201C${sign}\u201D at its end looks like the mark of the right answer.`,
    help: ({ sign }) => `Delete \u201C${sign}\u201D: the brackets or the answer line say which option is right.`,
    why: "Words and signs of an option are shown as they stand, so this one would give the answer away. They mark the right option only where nothing else does.",
    wrong: "Q: Which port is HTTPS?\nA) 80\nB) 443 (correct)\nAnswer: B",
    right: "Q: Which port is HTTPS?\nA) 80\nB) 443\nAnswer: B"
  }),
  "quiz/unknown-label": entry({
    severity: "error",
    message: ({ label, suggestion }) => `\u201C${label}\u201D is not a label this quiz knows. Did you mean \u201C${suggestion}\u201D?`,
    help: ({ suggestion }) => suggestion,
    why: "A mistyped label would be shown to learners as part of the question, often together with the answer.",
    wrong: "Q: Why does depth matter?\nA: Features compose.\nWhay: Layers build on each other.",
    right: "Q: Why does depth matter?\nA: Features compose.\nWhy: Layers build on each other."
  }),
  "quiz/label-twice": entry({
    severity: "error",
    message: ({ question, label, line }) => `Question ${question} has \u201C${label}\u201D twice; the first is on line ${line}.`,
    help: () => "Join the two, or delete one.",
    why: "Only one of them could be shown.",
    wrong: "Q: Why does depth matter?\nA: Features compose.\nWhy: One.\nWhy: Two.",
    right: "Q: Why does depth matter?\nA: Features compose.\nWhy: One. Two."
  }),
  "quiz/buried-label": entry({
    severity: "warning",
    message: ({ label }) => `\u201C${label}\u201D stands in the middle of a sentence, so it is read as part of it.`,
    help: ({ label }) => `Put ${label} on a line of its own, or end the sentence before it with a full stop.`,
    why: "On one line a label counts only after the end of a sentence. Elsewhere it may well be one of the words, and would be shown to learners.",
    wrong: "1. Q: Which port is HTTPS? A: It is 443 Why: 80 is HTTP.",
    right: "1. Q: Which port is HTTPS? A: It is 443. Why: 80 is HTTP."
  }),
  "quiz/unused-text": entry({
    severity: "warning",
    message: ({ words }) => `\u201C${words}\u201D stands in the quiz but belongs to no question, so learners do not see it.`,
    help: () => "Put it into a question, above the quiz heading, or after a label such as Why:",
    why: "A quiz is shown question by question. Words before the first question, or after the options without a label, have no place there.",
    wrong: "Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80\n\n80 is HTTP.",
    right: "Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80\n\nWhy: 80 is HTTP."
  }),
  "quiz/outside-quiz": entry({
    severity: "warning",
    message: ({ label, more }) => `\u201C${label}\u201D stands outside a quiz, so it is shown as ordinary text, its answer too.${more === 0 ? "" : ` ${more} more like it ${more === 1 ? "follows" : "follow"} in this section.`}`,
    help: () => "Put the question below a heading of its own: ## Quiz",
    why: "Questions are recognised in quiz sections only, because prose may begin with the same words. Elsewhere nothing is asked, marked or counted.",
    wrong: "## Core content\n\nQ: Which port is HTTPS?\nA: 443",
    right: "## Quiz\n\nQ: Which port is HTTPS?\nA: 443\nWhy: 80 is HTTP."
  }),
  "quiz/not-used": entry({
    severity: "warning",
    message: ({ label, value, where }) => `\u201C${`${label} ${value}`.trim()}\u201D ${notUsed[where]}.`,
    help: ({ where }) => where === "inside" ? "Move the line above the first question, right below the quiz heading." : "Delete it.",
    why: "A setting that does nothing would be relied upon by its author.",
    wrong: "Q: Why does depth matter?\nA: Layers build on each other.\nPoints: 2",
    right: "Q: Why does depth matter?\nA: Layers build on each other."
  }),
  "quiz/two-answers": entry({
    severity: "error",
    message: ({ question, label, value, option }) => `Question ${question} marks \u201C${option}\u201D as correct, but says \u201C${label} ${value}\u201D.`,
    help: ({ label }) => `Delete the line with ${label}, or write Why: if it explains the answer.`,
    why: "With brackets the mark decides. A second answer beside it is either a contradiction or an explanation under the wrong label.",
    wrong: "Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80\n\nA: 80",
    right: "Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80"
  }),
  "quiz/plain-options": entry({
    severity: "warning",
    message: ({ question, value }) => `Question ${question} is read as one with a written answer, although \u201C${value}\u201D is one of the entries listed in it.`,
    help: ({ value }) => `If learners are to choose, put brackets before every entry: - (x) ${value}`,
    why: "What kind of question it is depends on brackets or letters, never on a guess.",
    wrong: "Q: Which port is HTTPS?\n\n- 443\n- 80\n\nA: 443",
    right: "Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80"
  }),
  "quiz/not-yet": entry({
    severity: "error",
    message: ({ subject }) => `${subject}, which this version cannot build yet.`,
    help: () => "For now, write it with options (- (x) \u2026 and - ( ) \u2026) or with a model answer (A: \u2026).",
    why: "It is refused rather than shown as plain text, which would give the answer away.",
    wrong: "1. Q: Put the steps in order.\n   Order:\n   1. Forward pass\n   2. Backward pass",
    right: "1. Q: Which step comes first?\n   - (x) Forward pass\n   - ( ) Backward pass"
  }),
  "quiz/no-graded": entry({
    severity: "error",
    message: ({ passMark }) => `Passing needs ${passMark}, but no question is marked automatically, so nobody could pass.`,
    help: () => "Give at least one question options (- (x) \u2026 and - ( ) \u2026), or delete the passing score.",
    why: "Written answers are compared with the model by the learner and give no points.",
    wrong: "Passing score: 80%, and only written answers in the quiz",
    right: "Passing score: 80%, and a question with options"
  })
};

// src/diagnostics/catalogue/reference.ts
var reference = {
  "reference/unknown-lesson": entry({
    severity: "info",
    message: ({ target }) => `${target} is not part of this build, so the mention stays plain text.`,
    help: () => null,
    why: "Mentions of lessons and modules that are built together become links. The others are listed once, so that a mistyped number is found.",
    wrong: "as shown in L1.33",
    right: "as shown in L1.3"
  })
};

// src/diagnostics/catalogue/slide.ts
var markerProblems = {
  unclosed: "its bracket is never closed",
  brackets: "it lacks its square brackets",
  number: "it has no number",
  inside: "other words stand before it on the line",
  word: "its first word is misspelt"
};
var slide = {
  "slide/no-outline": entry({
    severity: "warning",
    message: ({ number, title }) => `Slide ${number} (\u201C${title}\u201D) is narrated, but the slide outline has no number ${number}; only its title will be shown.`,
    help: ({ number, title }) => `Add to the slide outline: ${number}. ${title} \u2014 what is to be seen`,
    why: "The outline says what stands on the slide while the script is spoken.",
    wrong: "[SLIDE 8 \u2014 Results], and an outline that ends with 7",
    right: "8. Results \u2014 two bullets: faster, cheaper"
  }),
  "slide/no-script": entry({
    severity: "warning",
    message: ({ number, title }) => `Slide ${number} of the outline (\u201C${title}\u201D) has nothing in the script, so it would be silent.`,
    help: ({ number, title }) => `Add to the script: [SLIDE ${number} \u2014 ${title}]`,
    why: "A silent slide looks broken in a narrated lesson.",
    wrong: "10. Summary \u2014 three bullets, without [SLIDE 10 \u2026]",
    right: "[SLIDE 10 \u2014 Summary]"
  }),
  "slide/title-differs": entry({
    severity: "info",
    message: ({ number, script, outline, line }) => `Slide ${number} is \u201C${script}\u201D in the script and \u201C${outline}\u201D in the outline (line ${line}). The outline's title is shown.`,
    help: ({ number, outline }) => `To make them agree: [SLIDE ${number} \u2014 ${outline}]`,
    why: "Often one of the two was changed and the other forgotten.",
    wrong: "[SLIDE 2 \u2014 Two operations, stacked] and 2. Two operations \u2014 \u2026",
    right: "[SLIDE 2 \u2014 Two operations] and 2. Two operations \u2014 \u2026"
  }),
  "slide/marker": entry({
    severity: "error",
    message: ({ written, problem }) => `\u201C${written}\u201D looks like the beginning of a slide, but ${markerProblems[problem]}, so it would be spoken.`,
    help: ({ meant }) => `Write on a line of its own: ${meant}`,
    why: "A marker that is not recognised would be read aloud, and its slide would be missing.",
    wrong: "[SLIDE 2 \u2014 Results",
    right: "[SLIDE 2 \u2014 Results]"
  }),
  "slide/cue": entry({
    severity: "warning",
    message: ({ written, meant }) => `\u201C${written}\u201D is no cue. Did you mean \u201C${meant}\u201D? As it stands it is spoken text.`,
    help: ({ meant }) => `Write ${meant}, or small letters if it is to be spoken.`,
    why: "Cues in capital letters between square brackets direct the slides. A misspelt one would be read aloud.",
    wrong: "[PUASE 2s]",
    right: "[PAUSE 2s]"
  }),
  "slide/unused-text": entry({
    severity: "warning",
    message: ({ words, where }) => `\u201C${words}\u201D stands in the ${where === "script" ? "script before its first slide, so it is not spoken" : "slide outline but belongs to no slide, so it is not used"}.`,
    help: ({ where }) => where === "script" ? "Begin each slide with a line such as: [SLIDE 1 \u2014 Title]" : "Begin each slide with its number: 1. Title \u2014 what is to be seen",
    why: "Script and outline are read slide by slide; what stands outside the slides reaches nobody.",
    wrong: "Video script\n\nWelcome to this lesson.",
    right: "Video script\n\n[SLIDE 1 \u2014 Welcome]\n\nWelcome to this lesson."
  }),
  "slide/number": entry({
    severity: "error",
    message: ({ number, line, missing, before }) => missing === null ? `Slide ${number} is there twice; the first is on line ${line ?? "?"}.` : `Slide ${number} follows slide ${before ?? missing - 1}; slide ${missing} is missing.`,
    help: ({ missing }) => missing === null ? "Give the second one its own number." : `Number the slides without gaps, or add [SLIDE ${missing} \u2014 \u2026].`,
    why: "Script and outline are joined by the number.",
    wrong: "[SLIDE 5 \u2014 Facts] \u2026 [SLIDE 5 \u2014 Families]",
    right: "[SLIDE 5 \u2014 Facts] \u2026 [SLIDE 6 \u2014 Families]"
  })
};

// src/diagnostics/catalogue/svg.ts
var svg = {
  "svg/unsafe": entry({
    severity: "error",
    message: ({ path: path2, found }) => `The drawing \u201C${path2}\u201D contains ${found}, which can run programs or fetch things from elsewhere.`,
    help: () => "Save it again as a plain SVG without scripts and outside links, or as a PNG.",
    why: "An SVG file is a small web page; inside a learning platform it must be only a picture.",
    wrong: "A drawing with <script> inside",
    right: "A drawing of paths and texts only"
  })
};

// src/diagnostics/catalogue/syntax.ts
var quoted = (words) => `\u201C${words}\u201D`;
var syntax = {
  "syntax/heading-jump": entry({
    severity: "info",
    message: ({ from, to }) => `The heading level jumps from ${from} to ${to}.`,
    help: ({ from }) => `Begin the heading with ${"#".repeat(from + 1)} instead.`,
    why: "Screen-reader users move by heading levels; a missing level sounds like a missing part. The lesson is built all the same, with the levels closed up.",
    wrong: "## Core content\n\n#### Hashing",
    right: "## Core content\n\n### Hashing"
  }),
  "syntax/numbering-jump": entry({
    severity: "info",
    message: ({ before, here }) => `The list goes from ${before} to ${here}.`,
    help: ({ before }) => `Write ${before + 1}. here if nothing is missing. The numbers are shown as you wrote them.`,
    why: "A gap in a numbered list usually means that an item was lost while copying.",
    wrong: "1. Collect\n2. Filter\n4. Report",
    right: "1. Collect\n2. Filter\n3. Report"
  }),
  "syntax/near-section": entry({
    severity: "warning",
    message: ({ words, name }) => `${quoted(words)} is no known section. Did you mean ${quoted(name)}?`,
    help: ({ name }) => `Write ${quoted(name)}; as it stands, everything below is read as ordinary text.`,
    why: "Sections are recognised by their names. A misspelt one is not an error, because other headings are allowed, but its questions or terms would be shown as prose.",
    wrong: "Quizz itmes",
    right: "Quiz items"
  }),
  "syntax/unknown-block": entry({
    severity: "error",
    message: ({ name, near }) => name === "" ? "A line of colons opens a block without a name." : `There is no block called ${quoted(name)}.${near === null ? "" : ` Did you mean ${quoted(near)}?`}`,
    help: () => "Put a backslash before the colons to show them as text, or delete the line.",
    why: "Three or more colons open a block. One that is not understood would be shown to learners as it stands, private parts included.",
    wrong: ":::revael\nThe solution\n:::",
    right: "The solution"
  }),
  "syntax/unsupported-block": entry({
    severity: "error",
    message: ({ name }) => `Blocks written with colons, such as ${quoted(`:::${name}`)}, are not supported yet.`,
    help: ({ name }) => name === "instructor" ? "Move the text into a section called \u201CInstructor notes\u201D, which stays private." : "Write its contents without the lines of colons.",
    why: "The names are reserved for blocks to come. Until then they are refused, because showing their contents could give a solution or a private note away.",
    wrong: ":::instructor\nAsk the group first.\n:::",
    right: "## Instructor notes\n\nAsk the group first."
  }),
  "syntax/unclosed-block": entry({
    severity: "error",
    message: ({ name, last }) => `${quoted(`:::${name}`)} is never closed; everything to line ${last} would be inside it.`,
    help: () => "Add ::: on a line of its own where the block ends.",
    why: "A block without an end swallows the rest of the lesson, its questions too.",
    wrong: ":::reveal\nThe solution\n\nQuiz",
    right: ":::reveal\nThe solution\n:::\n\nQuiz"
  }),
  "syntax/unopened-block": entry({
    severity: "error",
    message: () => "This line of colons closes a block, but none is open.",
    help: () => "Delete the line, or name the block where it begins.",
    why: "A stray end usually means that the line which opened the block was lost or misspelt.",
    wrong: "The solution\n:::",
    right: "The solution"
  }),
  "syntax/unclosed-fence": entry({
    severity: "error",
    message: ({ fence, last }) => `This ${fence} is never closed; everything to line ${last} would be shown as code.`,
    help: ({ fence }) => `Add ${fence} on a line of its own where the code ends.`,
    why: "Nothing inside code is read as headings or questions. Code without an end hides the rest of the lesson.",
    wrong: "```\nls -l\n\nQuiz",
    right: "```\nls -l\n```\n\nQuiz"
  }),
  "syntax/too-deep": entry({
    severity: "error",
    message: ({ limit }) => `Lists or quotations are nested here more than ${limit} levels deep. The line is left out.`,
    help: () => "Write it flatter; three levels are the most that readers can follow.",
    why: "Such nesting comes from damaged or generated text. It cannot be shown on a page.",
    wrong: ">".repeat(12) + " \u2026 and so on for hundreds of marks",
    right: "> quoted"
  }),
  "syntax/too-tangled": entry({
    severity: "error",
    message: ({ mark: mark2, count, limit }) => `This paragraph has ${count} times ${mark2}; more than ${limit} are not read. It is left out.`,
    help: () => "Split the paragraph, or put it between ``` lines if it is code or data.",
    why: "Each of these marks could open something that a later one closes; thousands in one paragraph are data rather than text.",
    wrong: "[[[[[[[[ \u2026 thousands of brackets",
    right: "```\n[[[[[[[[ \u2026 thousands of brackets\n```"
  })
};

// src/diagnostics/catalogue/term.ts
var term = {
  "term/never-used": entry({
    severity: "info",
    message: ({ name }) => `The key term \u201C${name}\u201D is not used anywhere else in the lesson.`,
    help: () => "Use the word where it belongs, or take it out of the key terms.",
    why: "Terms are explained where they first occur; this one never does.",
    wrong: "- Epoch \u2014 one pass over the data. (and \u201Cepoch\u201D nowhere else)",
    right: "- Epoch \u2014 one pass over the data. (and \u201C\u2026 after three epochs \u2026\u201D in the text)"
  }),
  "term/no-definition": entry({
    severity: "warning",
    message: ({ words }) => `\u201C${words}\u201D stands among the key terms without a definition.`,
    help: () => "Write the term, a dash and what it means: Term \u2014 what it means",
    why: "A term without a definition cannot be explained to the learner.",
    wrong: "- Epoch",
    right: "- Epoch \u2014 one pass over the data."
  })
};

// src/diagnostics/catalogue/text.ts
var text = {
  "text/page-furniture": entry({
    severity: "info",
    message: ({ words }) => `\u201C${words}\u201D came along when the page was copied; it is left out.`,
    help: () => "Delete the line to silence this note.",
    why: "Text copied from a web page often begins with its skip links and menus. They are not part of the lesson and would be read to learners as its first words.",
    wrong: "Skip to content\n\nL1.1 \u2014 Passwords",
    right: "L1.1 \u2014 Passwords"
  }),
  "text/control": entry({
    severity: "error",
    message: ({ code, more }) => `Here stands the control character ${code}, which has no place in text.${more === 0 ? "" : ` The line has ${more} more.`}`,
    help: () => "Delete it. If the file is full of them, it is not plain text: save it again as UTF-8 text.",
    why: "Control characters are invisible, are forbidden in the package\u2019s XML, and usually mean that a file was damaged or is no text at all.",
    wrong: "A firewall\x07 filters traffic.",
    right: "A firewall filters traffic."
  }),
  "text/bidi": entry({
    severity: "warning",
    message: ({ code, name, more }) => `Here stands an invisible character that turns the writing direction (${code}, ${name}).${more === 0 ? "" : ` The line has ${more} more.`}`,
    help: () => "Delete it: right-to-left text is ordered correctly without it.",
    why: "Direction controls can make text look different from what it says, and one that is not closed turns everything after it. Browsers order Arabic and Hebrew by themselves.",
    wrong: "access = \u202Etrue",
    right: "access = true"
  }),
  "text/line-too-long": entry({
    severity: "error",
    message: ({ length, limit }) => `This line has ${length} characters; more than ${limit} are not read. It is left out.`,
    help: () => "Break it into lines. If it is data, such as a picture written as text, put it into a file of its own.",
    why: "No author writes such a line; it is data that slipped into the text, and would make every page slow.",
    wrong: "![chart](data:image/png;base64,\u2026 a million characters \u2026)",
    right: "![chart](chart.png)"
  }),
  "text/too-long": entry({
    severity: "error",
    message: ({ length, limit }) => `The text has ${length} characters; more than ${limit} are not read.`,
    help: () => "Divide it into several lessons, and name them in a course.yaml.",
    why: "A lesson is what a learner takes in at one sitting. A file of this size is several books, or no text at all.",
    wrong: "a lesson.md of 5 MB",
    right: "ten lessons of a few pages each"
  })
};

// src/diagnostics/catalogue/time.ts
function amounts(words, narration, items) {
  const parts2 = [`reading (${words} words)`];
  if (narration > 0) parts2.push(`narration (${narration} words)`);
  if (items > 0) parts2.push(items === 1 ? "one question" : `${items} questions`);
  return parts2.length === 1 ? `its ${words} words` : `${parts2.slice(0, -1).join(", ")} and ${parts2.at(-1)}`;
}
var time = {
  "time/far-off": entry({
    severity: "warning",
    message: ({ declared, low, high, words, narration, items }) => `The lesson says ${declared}, but ${amounts(words, narration, items)} add up to about ${low === high ? low : `${low}\u2013${high}`} ${high === 1 ? "minute" : "minutes"}.`,
    help: ({ low, high }) => `Write for example: Duration: ${Math.round((low + high) / 2)} min`,
    why: "Learners plan by the declared time, and reports compare it with the time they took.",
    wrong: "Duration: 3 hours, for 500 words",
    right: "Duration: 5 min, for 500 words"
  }),
  "time/recording": entry({
    severity: "warning",
    message: ({ declared, words, minutes }) => `The recording is planned for ${declared}, but the script (${words} words) takes about ${minutes} to speak.`,
    help: () => "Lengthen the script or correct the planned recording time.",
    why: "Nothing is spoken that is not in the script, so one of the two is wrong.",
    wrong: "Recording: 30 min, for a script of 700 words",
    right: "Recording: 5 min, for a script of 700 words"
  }),
  "time/unreadable": entry({
    severity: "warning",
    message: ({ value }) => `\u201C${value}\u201D is not understood as a duration.`,
    help: () => "Write minutes or hours: Duration: 30 min",
    why: "The duration is shown to learners and reported to the platform.",
    wrong: "Duration: a while",
    right: "Duration: 30 min"
  })
};

// src/diagnostics/catalogue/word.ts
var word = {
  "word/not-carried": entry({
    severity: "warning",
    message: ({ what }) => `Here stands ${/^[aeiou]/.test(what) ? "an" : "a"} ${what}, which is not carried over: learners would not see it.`,
    help: ({ what }) => `In Word: make a picture of the ${what} (cut it, then Paste Special, PNG), and describe it in its alt text.`,
    why: "Equations, charts, diagrams and embedded documents are drawn by Word itself. The course has no Word, so it can show only what is text, a table or a picture.",
    wrong: "a chart made with Insert, Chart",
    right: "the same chart, pasted as a picture, with an alt text"
  }),
  "word/machine-alt": entry({
    severity: "warning",
    message: ({ alt }) => `The description of this picture, \u201C${alt}\u201D, was made by Word and not by you.`,
    help: () => "In Word: right-click the picture, choose \u201CView Alt Text\u201D, say what the picture is there to show, and delete the sentence about its making.",
    why: "A program sees a screenshot of a computer; the lesson means the button in it. Nobody but the author knows what a picture is there for.",
    wrong: "A screenshot of a computer. Description automatically generated",
    right: "The sign-in page, with the address bar marked"
  })
};

// src/diagnostics/catalogue/zip.ts
var zip = {
  "zip/not-a-zip": entry({
    severity: "error",
    message: ({ name, kind }) => kind === null ? `\u201C${name}\u201D is not a zip file.` : `\u201C${name}\u201D is not a zip file, but ${kind}.`,
    help: () => "Name the package as it is uploaded to the LMS: one file that ends in .zip.",
    why: "A course package is one zip file. A download that was cut off or that needed a sign-in often leaves something else under the same name.",
    wrong: "lectern inspect my-lesson.md",
    right: "lectern inspect packages/my-lesson-scorm2004.zip"
  }),
  "zip/damaged": entry({
    severity: "error",
    message: ({ name, reason }) => `\u201C${name}\u201D is damaged: ${reason}.`,
    help: () => "Copy or download it again, or build it again.",
    why: "A zip ends with a list of its files, and each file has a checksum. When they do not agree, part of the package is lost or was changed, and an LMS would refuse it or show half a course.",
    wrong: "a package whose download stopped half-way",
    right: "the whole package"
  }),
  "zip/unsupported": entry({
    severity: "error",
    message: ({ name, reason }) => `\u201C${name}\u201D cannot be read: ${reason}.`,
    help: () => "Pack it again as a plain zip: compressed the usual way, without a password.",
    why: "LMSs read plain zips only. Passwords, parts and rarer ways of compressing make the import fail.",
    wrong: "a zip with a password",
    right: "the same files in a plain zip"
  }),
  "zip/unsafe-name": entry({
    severity: "error",
    message: ({ name, path: path2 }) => `\u201C${name}\u201D holds a file named \u201C${path2}\u201D, which would be unpacked outside the course.`,
    help: () => "Do not upload this package; ask whoever made it.",
    why: "A path that climbs out of its folder can overwrite other files on the server that unpacks it. No authoring tool writes such names by mistake.",
    wrong: "../../index.php",
    right: "images/diagram.png"
  }),
  "zip/too-large": entry({
    severity: "error",
    message: ({ name, reason }) => `\u201C${name}\u201D was not unpacked: ${reason}.`,
    help: () => "If you trust where it comes from, look into it with a zip program.",
    why: "A small zip can be made to unpack into more than a disk holds. Nothing is unpacked before the sizes have been looked at.",
    wrong: "a zip of 40 kB that unpacks to 5 GB",
    right: "a course package"
  }),
  "zip/no-manifest": entry({
    severity: "error",
    message: ({ name, below }) => below === null ? `\u201C${name}\u201D is a zip, but no course package: it has no imsmanifest.xml.` : `\u201C${name}\u201D has its imsmanifest.xml in the folder \u201C${below}\u201D instead of at the top, so an LMS will not find it.`,
    help: ({ below }) => below === null ? "Name the package as it is uploaded to the LMS." : `Zip what is inside \u201C${below}\u201D, not the folder itself.`,
    why: "An LMS reads imsmanifest.xml at the top of the zip to learn what the package is. Unpacking a package and zipping its folder puts it one level too deep.",
    wrong: "course.zip with course/imsmanifest.xml",
    right: "course.zip with imsmanifest.xml"
  }),
  "zip/manifest-unreadable": entry({
    severity: "error",
    message: ({ name, reason }) => `The imsmanifest.xml in \u201C${name}\u201D cannot be read: ${reason}.`,
    help: () => "Build or export the package again; if it was edited by hand, undo that.",
    why: "The manifest is XML. An LMS that cannot read it refuses the whole package.",
    wrong: "<title>R&D</title>",
    right: "<title>R&amp;D</title>"
  })
};

// src/diagnostics/catalogue.ts
var catalogue = {
  ...command,
  ...course,
  ...file,
  ...header,
  ...html,
  ...id,
  ...lesson,
  ...link,
  ...lock,
  ...media,
  ...objective,
  ...packaging,
  ...path,
  ...quiz,
  ...reference,
  ...slide,
  ...svg,
  ...syntax,
  ...term,
  ...text,
  ...time,
  ...word,
  ...zip
};

// src/diagnostics/diagnose.ts
function diagnose(code, place, params, related) {
  const page = catalogue[code];
  return {
    code,
    severity: page.severity,
    message: page.message(params),
    file: place.file,
    line: place.start.line,
    column: place.start.column,
    endLine: place.end.line,
    endColumn: place.end.column,
    help: page.help(params),
    ...related === void 0 ? {} : { related }
  };
}

// src/compiler/2-parse/word/inline.ts
var noMarks = { href: null, bold: false, italic: false, strike: false, code: false, raised: null };
var codeStyle = /^(?:html (?:code|typewriter|sample|keyboard)|(?:inline |source )?code(?: char)?|source text|verbatim char)$/i;
var codeFont = /^(?:consolas|courier(?: new)?|menlo|monaco|cascadia (?:code|mono)|lucida console|source code pro|jetbrains mono|(?:fira|roboto|dejavu sans|liberation|ubuntu|sf|ibm plex|noto sans) ?(?:code|mono)|inconsolata|andale mono)$/i;
function isCode(run) {
  return codeStyle.test(run.styleName ?? "") || codeFont.test(run.font ?? "");
}
function inlineText(nodes, context, style) {
  const reader = new Reader(context, style);
  reader.read(nodes, noMarks);
  const tokens = softened(reader.tokens);
  const pictures = reader.pictures;
  const words = tokens.some((token) => token.kind === "words");
  const pieces = [];
  write(tokens, 0, { plain: reader.plain, pieces, style, after: " " });
  return { plain: reader.plain, pieces: pieces.filter((piece) => piece.text !== ""), onlyPicture: pictures.length === 1 && !words ? pictures[0] ?? null : null };
}
var Reader = class {
  plain = "";
  tokens = [];
  pictures = [];
  context;
  style;
  constructor(context, style) {
    this.context = context;
    this.style = style;
  }
  read(nodes, marks) {
    for (const node of nodes) this.readNode(node, marks);
  }
  readNode(node, marks) {
    switch (node.type) {
      case "run":
        return this.read(node.children ?? [], this.marksOf(node, marks));
      case "hyperlink":
        return this.read(node.children ?? [], { ...marks, href: node.href ?? null });
      case "text":
        return this.readText(node.value ?? "", marks);
      case "tab":
        return this.words(" ", marks);
      case "checkbox":
        return this.words(node.checked === true ? "\u2612" : "\u2610", marks);
      case "break":
        if (node.breakType === "line") this.lineBreak();
        return;
      case "noteReference":
        return this.raw(`[^${this.context.footnote(node)}]`, "", { ...noMarks });
      case "image":
        return this.readImage(node, marks);
      default:
        this.read(node.children ?? [], marks);
    }
  }
  marksOf(run, marks) {
    const name = run.styleName ?? "";
    return {
      href: marks.href,
      bold: this.style.bold && (marks.bold || run.isBold === true || /^(?:strong|intense emphasis)$/i.test(name)),
      italic: marks.italic || run.isItalic === true || /^(?:emphasis|subtle emphasis)$/i.test(name),
      strike: marks.strike || run.isStrikethrough === true,
      code: marks.code || isCode(run),
      raised: run.verticalAlignment === "superscript" ? "sup" : run.verticalAlignment === "subscript" ? "sub" : marks.raised
    };
  }
  readText(text2, marks) {
    let from = 0;
    for (let open = text2.indexOf(LOST_OPEN); open >= 0; open = text2.indexOf(LOST_OPEN, from)) {
      const close = text2.indexOf(LOST_CLOSE, open);
      if (close < 0) break;
      this.words(text2.slice(from, open), marks);
      const what = text2.slice(open + 1, close);
      this.context.lost(what, this.plain.length);
      this.raw("", `[${what}]`, noMarks);
      from = close + 1;
    }
    this.words(text2.slice(from), marks);
  }
  /** White space at either end belongs to no mark. */
  words(text2, marks) {
    const clean = text2.replace(/[\r\n\t]/g, " ");
    const lead = clean.length - clean.trimStart().length;
    const end = clean.trimEnd().length;
    const parts2 = end === 0 ? [["space", clean]] : [["space", clean.slice(0, lead)], ["words", clean.slice(lead, end)], ["space", clean.slice(end)]];
    for (const [kind, part] of parts2) {
      if (part === "") continue;
      const from = this.plain.length;
      this.plain += part;
      this.tokens.push({ ...kind === "space" ? noMarks : marks, kind, from, to: this.plain.length, raw: "" });
    }
  }
  raw(markdown, plain, marks) {
    const from = this.plain.length;
    this.plain += plain;
    this.tokens.push({ ...marks, kind: "raw", from, to: this.plain.length, raw: markdown });
  }
  lineBreak() {
    const written = { line: "  \n", space: " ", html: "<br>" }[this.style.lineBreak];
    this.raw(written, " ", noMarks);
  }
  readImage(node, marks) {
    const address = this.context.picture(node, this.plain.length);
    const alt = describe(node);
    const plain = `[picture${alt === "" ? "" : `: ${alt}`}]`;
    this.pictures.push(node);
    if (address === null) this.raw("", plain, noMarks);
    else this.raw(`![${alt.replace(/[\\[\]|]/g, "\\$&")}](${address})`, plain, { ...noMarks, href: marks.href });
  }
};
var machineMade = /\s*(?:description automatically generated(?: with (?:low|medium|high) confidence)?|automatisch generierte beschreibung|ai-generated content may be incorrect|ki-generierte inhalte können fehlerhaft sein)\.?/gi;
function describe(image) {
  return (image.altText ?? "").replace(machineMade, "").replace(/\s+/g, " ").trim();
}
function isMachineMade(image) {
  return (image.altText ?? "").search(machineMade) >= 0;
}
function softened(tokens) {
  const nextOf = [];
  let next;
  for (let index = tokens.length - 1; index >= 0; index--) {
    nextOf[index] = next;
    if (tokens[index]?.kind !== "space") next = tokens[index];
  }
  let before;
  return tokens.map((token, index) => {
    const after = nextOf[index];
    if (token.kind !== "space") before = token;
    if (token.kind !== "space" || before === void 0 || after === void 0) return token;
    return {
      ...token,
      href: before.href === after.href ? before.href : null,
      bold: before.bold && after.bold,
      italic: before.italic && after.italic,
      strike: before.strike && after.strike,
      code: before.code && after.code,
      raised: before.raised === after.raised ? before.raised : null
    };
  });
}
var levels = ["href", "bold", "italic", "strike", "raised", "code"];
function write(tokens, level, writing) {
  const key = levels[level];
  if (key === void 0) {
    for (const token of tokens) writeToken(token, writing);
    return;
  }
  for (let from = 0; from < tokens.length; ) {
    const value = tokens[from]?.[key];
    let to = from + 1;
    while (to < tokens.length && tokens[to]?.[key] === value) to++;
    const group = tokens.slice(from, to);
    const after = firstCharacter(tokens[to], writing) ?? writing.after;
    if (value === null || value === false || value === void 0) write(group, level + 1, { ...writing, after });
    else writeTrimmed(group, level, value, { ...writing, after });
    from = to;
  }
}
function firstCharacter(token, { plain }) {
  if (token === void 0) return null;
  return token.kind === "raw" ? token.raw[0] ?? " " : plain[token.from] ?? " ";
}
function writeTrimmed(group, level, value, writing) {
  const first = group.findIndex((token) => token.kind !== "space");
  const last = group.findLastIndex((token) => token.kind !== "space");
  for (const token of first < 0 ? group : group.slice(0, first)) writeToken(token, writing);
  if (first < 0) return;
  const after = last < group.length - 1 ? " " : writing.after;
  writeMarked(group.slice(first, last + 1), level, value, { ...writing, after });
  for (const token of group.slice(last + 1)) writeToken(token, writing);
}
function writeMarked(group, level, value, writing) {
  const { plain, pieces, after } = writing;
  const first = group[0];
  const last = group.at(-1);
  if (first === void 0 || last === void 0) return;
  const key = levels[level];
  const put = (text2, at) => void pieces.push({ text: text2, plain: at, same: false });
  if (key === "code") return writeCode(group, writing);
  const inner = [];
  const before = pieces.at(-1)?.text.at(-1) ?? " ";
  if (key === "href") {
    write(group, level + 1, { ...writing, pieces: inner, after: "]" });
    return writeLink(String(value), inner, first.from, pieces);
  }
  if (key === "raised") {
    put(`<${value}>`, first.from);
    write(group, level + 1, { ...writing, after: "<" });
    return put(`</${value}>`, last.to);
  }
  const mark2 = key === "bold" ? "**" : key === "strike" ? "~~" : before === "*" ? "_" : "*";
  write(group, level + 1, { ...writing, pieces: inner, after: mark2[0] ?? "*" });
  const written = inner.map((piece) => piece.text).join("");
  const opens = !isPunctuation(written[0] ?? " ") || isEdge(before);
  const closes = mark2 === "_" ? isEdge(after) : !isPunctuation(written.at(-1) ?? " ") || isEdge(after);
  const label = /[:：]$/.test(written);
  if (!opens || !closes && !label) return write(group, level + 1, writing);
  put(mark2, first.from);
  pieces.push(...inner);
  put(closes ? mark2 : `${mark2} `, last.kind === "raw" ? last.to : Math.min(last.to, plain.length));
}
function writeLink(href, inner, at, pieces) {
  const text2 = inner.map((piece) => piece.text).join("");
  const address = href.trim().replace(/[\s<>\\]/g, (character) => encodeURIComponent(character));
  if (address === "" || text2.trim().replace(/\\/g, "") === address) pieces.push(...inner);
  else pieces.push({ text: "[", plain: at, same: false }, ...inner, { text: `](<${address}>)`, plain: at, same: false });
}
function writeCode(group, { plain, pieces, style }) {
  const from = group[0]?.from ?? 0;
  const to = group.at(-1)?.to ?? from;
  const text2 = plain.slice(from, to);
  const longest = Math.max(0, ...[...text2.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = text2.startsWith("`") || text2.endsWith("`") ? " " : "";
  pieces.push({ text: fence + space, plain: from, same: false });
  pieces.push(style.pipes ? { text: text2.replace(/\|/g, "\\|"), plain: from, same: !text2.includes("|") } : { text: text2, plain: from, same: true });
  pieces.push({ text: space + fence, plain: to, same: false });
}
function writeToken(token, { plain, pieces, style }) {
  if (token.kind === "raw") pieces.push({ text: token.raw, plain: token.from, same: false });
  else escapeInto(pieces, plain, token.from, token.to, style.pipes);
}
function isPunctuation(character) {
  return /[\p{P}\p{S}]/u.test(character);
}
function isEdge(character) {
  return character.trim() === "" || isPunctuation(character);
}
function escapeInto(pieces, plain, from, to, pipes) {
  let start = from;
  const special = /[\\*_<&~|]/g;
  special.lastIndex = from;
  for (let match = special.exec(plain); match !== null && match.index < to; match = special.exec(plain)) {
    const at = match.index;
    const joins = at === to - 1 || at === from && at > 0;
    if (!(joins && /[\\*_~]/.test(match[0])) && !isActive(plain, at, pipes)) continue;
    if (at > start) pieces.push({ text: plain.slice(start, at), plain: start, same: true });
    pieces.push({ text: "\\", plain: at, same: false });
    start = at;
  }
  if (to > start) pieces.push({ text: plain.slice(start, to), plain: start, same: true });
}
function isActive(plain, at, pipes) {
  const character = plain[at] ?? "";
  const next = plain[at + 1] ?? " ";
  const before = plain[at - 1] ?? " ";
  if (character === "\\") return /[!-/:-@[-`{-~]/.test(next);
  if (character === "*") return before.trim() !== "" || next.trim() !== "" && next !== "*" || next === "*";
  if (character === "_") return !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(next));
  if (character === "<") return /[A-Za-z/!?]/.test(next);
  if (character === "&") return /^&#?[A-Za-z0-9]{1,40};/.test(plain.slice(at, at + 44));
  if (character === "~") return next === "~" || before === "~";
  return pipes;
}

// src/compiler/2-parse/word/blocks.ts
function readBlocks(document) {
  const nodes = document.blocks.flatMap(opened);
  const shift = nodes.some((node) => styleOf(node) === "title") ? 1 : 0;
  const counters = new Counters(document.levels);
  let inList = false;
  return nodes.flatMap((node) => {
    const block = readBlock(node, { shift, counters, inList });
    if (block === null) return [];
    if (hasSomething(node)) inList = block.kind === "item" || block.kind === "continued" || block.kind === "quote" && block.inList;
    return [block];
  });
}
function isPlainText(blocks) {
  return blocks.length >= 3 && blocks.every((block) => block.kind === "code" || !hasSomething(block.node));
}
function opened(node) {
  const rows = node.type === "table" ? node.children ?? [] : [];
  const cells = rows.flatMap((row) => row.children ?? []);
  if (node.type === "table" && cells.length === 1) return (cells[0]?.children ?? []).flatMap(opened);
  return [node];
}
function hasSomething(node) {
  if (node.type === "text") return (node.value ?? "").trim() !== "";
  if (node.type === "image" || node.type === "checkbox") return true;
  return (node.children ?? []).some(hasSomething);
}
function styleOf(node) {
  return (node.styleName ?? node.styleId ?? "").toLowerCase();
}
function readBlock(node, { shift, counters, inList }) {
  if (node.type === "table") return { kind: "table", node };
  if (node.type !== "paragraph") return null;
  const style = styleOf(node);
  if (/^toc(?: ?\d| heading|heading)/.test(style)) return null;
  if (style === "title") return { kind: "heading", depth: 1, node };
  const heading = /^heading ?([1-9])/.exec(style);
  if (heading !== null) return { kind: "heading", depth: Math.min(6, Number(heading[1]) + shift), node };
  if (/^(?:quote|intense quote|block ?text|quotations?)$/.test(style)) return { kind: "quote", inList: inList && node.numbering != null, node };
  const counted = node.numbering == null ? null : counters.count(node.numbering);
  if (counted !== null && counted.format !== "none") return { kind: "item", ...counted, node };
  if (style === "caption") return { kind: "caption", node };
  if (/^(?:html preformatted|(?:source )?code(?: block)?|preformatted text|macro text|plain text code)$/.test(style) || isAllCode(node)) return { kind: "code", node };
  if (inList && (/^list (?:paragraph|continue)/.test(style) || /^listparagraph/.test(style))) return { kind: "continued", node };
  return { kind: "words", node };
}
function isAllCode(node) {
  let code = false;
  for (const run of node.children ?? []) {
    if (!hasSomething(run)) continue;
    if (run.type !== "run" || !isCode(run)) return false;
    code = true;
  }
  return code;
}
var Counters = class {
  levels;
  counts = /* @__PURE__ */ new Map();
  restarted = /* @__PURE__ */ new Set();
  unknown = /* @__PURE__ */ new Map();
  constructor(levels2) {
    this.levels = levels2;
  }
  count(numbering) {
    const level = this.levels.get(numbering.paragraphStyleId ?? "");
    const depth = Math.min(8, Number(numbering.level) || 0);
    if (level === void 0) {
      const number2 = (this.unknown.get(numbering) ?? 0) + 1;
      this.unknown.set(numbering, number2);
      return { depth, ordered: numbering.isOrdered, number: number2, format: numbering.isOrdered ? "decimal" : "bullet" };
    }
    const counts = this.counts.get(level.counter) ?? [];
    this.counts.set(level.counter, counts);
    if (level.restart !== null && !this.restarted.has(level.restart.list)) {
      this.restarted.add(level.restart.list);
      counts[depth] = level.restart.at - 1;
    }
    const number = (counts[depth] ?? level.start - 1) + 1;
    counts[depth] = number;
    counts.length = depth + 1;
    return { depth, ordered: level.format !== "bullet", number, format: level.format };
  }
};

// src/compiler/2-parse/word/pieces.ts
function linesOfPieces(pieces, paragraph, first, rest) {
  const lines2 = [{ text: first, paragraph, runs: [{ from: 0, plain: 0, same: false }] }];
  for (const piece of pieces) {
    piece.text.split("\n").forEach((text2, index) => {
      if (index > 0) lines2.push({ text: rest, paragraph, runs: [{ from: 0, plain: piece.plain, same: false }] });
      const line = lines2.at(-1);
      line.runs.push({ from: line.text.length, plain: piece.plain, same: piece.same });
      line.text += text2;
    });
  }
  return lines2;
}

// src/compiler/2-parse/word/write-markdown.ts
var inText = { lineBreak: "line", pipes: false, bold: true };
var inHeading = { lineBreak: "space", pipes: false, bold: false };
var inTable = { lineBreak: "html", pipes: true, bold: true };
var mostColumns = 60;
function writeMarkdown(file2, document) {
  const writer = new Writer(file2, document);
  writer.writeAll(readBlocks(document));
  writer.writeNotes();
  return { lines: writer.lines, paragraphs: writer.paragraphs, pictures: [...writer.pictures], diagnostics: writer.diagnostics };
}
var typedOption = /^(?:[([][ \u00a0]?[xX✓✔*]?[ \u00a0]?[)\]]|[☐☑☒✓✔✅])(?=[\s\u00a0])/u;
var typedItem = /^(?:[-*+•◦▪▫‣·–∙●○■□]|\d{1,3}[.)])[\s\u00a0]+\S/u;
var letterAnswer = /^\p{L}[\p{L} ]{0,30}\s?[:：]\s*\(?[A-Ha-h](?:[).]|\s*$|\s*,)/u;
var Writer = class {
  lines = [];
  paragraphs = [];
  pictures = /* @__PURE__ */ new Set();
  diagnostics = [];
  file;
  document;
  context;
  items = [];
  notes = [];
  /** What stands on the last line, to know what may follow without an empty line. */
  last = "other";
  /** How far the words of the option that was written last are set in: a quotation after it is what is said to who chooses it. */
  optionInset = null;
  /** Inside ``` typed by hand. */
  fence = null;
  /** Letters of lists whose answer is given by letter. */
  lettered = /* @__PURE__ */ new Set();
  constructor(file2, document) {
    this.file = file2;
    this.document = document;
    this.context = {
      document,
      picture: (node, at) => this.picture(node, at),
      footnote: (node) => this.footnote(node),
      lost: (what, at) => void this.diagnostics.push(diagnose("word/not-carried", this.placeAt(at), { what }))
    };
  }
  writeAll(blocks) {
    if (isPlainText(blocks)) return this.writePlainText(blocks);
    this.lettered = findLettered(blocks);
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      if (block.kind === "table") this.writeTable(block.node);
      else if (block.kind === "code") index = this.writeCode(blocks, index);
      else if (this.writeParagraph(block, blocks[index + 1])) index++;
    }
  }
  /** Each paragraph is a line as it was typed, an empty one an empty line. */
  writePlainText(blocks) {
    for (const { node } of blocks) {
      const line = visibleCode(node).replaceAll("\n", " ");
      if (line.trim() !== "") this.paragraphs.push(line);
      this.lines.push(...linesOfPieces([{ text: line, plain: 0, same: true }], Math.max(1, this.paragraphs.length), "", ""));
    }
  }
  /** True when the block after it, a caption, was used as well. */
  writeParagraph(block, next) {
    const text2 = inlineText(block.node.children ?? [], this.context, block.kind === "heading" ? inHeading : inText);
    if (text2.pieces.every((piece) => piece.text.trim() === "")) {
      if (text2.plain.trim() !== "") this.paragraphs.push(text2.plain);
      return false;
    }
    if (this.inFence(text2)) return false;
    const pieces = trimmed(text2.pieces);
    this.paragraphs.push(text2.plain);
    if (block.kind === "item") this.writeItem(block, pieces);
    else if (block.kind === "continued" && !typedOption.test(text2.plain.trim())) this.put(pieces, this.indent(), this.indent());
    else this.writeWords(block, text2, pieces);
    return text2.onlyPicture !== null && next?.kind === "caption" && this.addCaption(next.node);
  }
  writeWords(block, text2, pieces) {
    const words = text2.plain.trim();
    const option = typedOption.exec(words)?.[0];
    if (block.kind === "heading") {
      this.items.length = 0;
      this.put(pieces, `${"#".repeat(block.depth)} `, "");
    } else if (option !== void 0) {
      const indent = block.kind === "continued" ? this.indent() : "";
      const boxed = /^[☐☑☒✓✔✅]/u.test(option) ? option === "\u2610" ? "[ ]" : "[x]" : null;
      this.put(boxed === null ? pieces : withoutBox(pieces, boxed), `${indent}- `, `${indent}  `, "item", `${indent}  `);
    } else if (block.kind === "quote") {
      const inside = this.optionInset ?? (block.inList ? this.indent() : null);
      if (inside === null) this.put(pieces, "> ", "> ");
      else this.put(pieces, `${inside}> `, `${inside}> `, "item", this.optionInset);
    } else {
      this.items.length = 0;
      this.put(pieces, "", "", typedItem.test(words) ? "typed" : "other");
    }
  }
  writeItem(item, pieces) {
    while ((this.items.at(-1)?.depth ?? -1) >= item.depth) this.items.pop();
    const indent = this.indent();
    const letter = this.lettered.has(item.node) ? String.fromCharCode(64 + item.number) : null;
    const marker = letter !== null ? `- ${letter}) ` : item.ordered ? `${item.number}. ` : "- ";
    const inset = indent.length + (letter !== null ? 2 : marker.length);
    this.items.push({ depth: item.depth, inset });
    const box = /^[☐☑☒]/u.exec(pieces[0]?.text ?? "")?.[0];
    const option = box === void 0 ? pieces : withoutBox(pieces, box === "\u2610" ? "[ ]" : "[x]");
    const isOption = box !== void 0 || letter !== null || typedOption.test(pieces[0]?.text ?? "");
    this.put(option, indent + marker, " ".repeat(inset), "item", isOption ? " ".repeat(inset) : null);
  }
  indent() {
    return " ".repeat(this.items.at(-1)?.inset ?? 0);
  }
  /** Lines of the paragraph counted last; list items that follow each other stay together. */
  put(pieces, first, rest, kind = "other", optionInset = null) {
    const together = (kind === "item" || kind === "typed") && this.last === kind;
    if (!together) this.separate();
    for (const line of linesOfPieces(pieces, this.paragraphs.length, first, rest)) this.lines.push(line);
    this.last = kind;
    this.optionInset = optionInset;
  }
  separate() {
    if (this.lines.length > 0) this.lines.push({ text: "", paragraph: Math.max(1, this.paragraphs.length - 1), runs: [] });
  }
  /** Code typed between ``` is kept to the letter. */
  inFence(text2) {
    const mark2 = /^\s*(`{3,}|~{3,})/.exec(text2.plain)?.[1];
    if (this.fence === null && mark2 === void 0) return false;
    this.paragraphs.push(text2.plain);
    const closes = this.fence !== null && text2.plain.trim() === this.fence;
    if (this.fence === null) {
      this.separate();
      this.fence = mark2 ?? null;
    } else if (closes) this.fence = null;
    this.lines.push(...linesOfPieces([{ text: text2.plain.replaceAll("\n", " "), plain: 0, same: true }], this.paragraphs.length, "", ""));
    this.last = "other";
    return true;
  }
  /** Neighbouring lines of code become one block. Returns the index of its last line. */
  writeCode(blocks, from) {
    const code = [];
    let index = from;
    for (; blocks[index]?.kind === "code"; index++) code.push(visibleCode(blocks[index].node));
    const longest = Math.max(2, ...code.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
    const fence = "`".repeat(longest + 1);
    const first = this.paragraphs.length + 1;
    this.separate();
    this.lines.push({ text: fence, paragraph: first, runs: [] });
    for (const line of code) {
      if (line.trim() !== "") this.paragraphs.push(line.replaceAll("\n", " "));
      this.lines.push(...linesOfPieces([{ text: line, plain: 0, same: true }], Math.max(first, this.paragraphs.length), "", ""));
    }
    this.lines.push({ text: fence, paragraph: Math.max(first, this.paragraphs.length), runs: [] });
    this.last = "code";
    this.items.length = 0;
    return index - 1;
  }
  writeTable(table) {
    const rows = gridOf(table);
    const columns = Math.min(mostColumns, Math.max(0, ...rows.map((row) => row.length)));
    if (columns === 0) return;
    this.items.length = 0;
    this.separate();
    rows.forEach((row, index) => {
      let plain = "";
      const pieces = [];
      for (let column = 0; column < columns; column++) {
        pieces.push({ text: column === 0 ? "| " : " | ", plain: plain.length, same: false });
        if (column > 0) plain += " | ";
        const cell = row[column];
        const start = plain.length;
        const text2 = cell === void 0 || cell === null ? null : this.cellText(cell);
        if (text2 === null) continue;
        plain += text2.plain;
        pieces.push(...trimmed(text2.pieces).map((piece) => ({ ...piece, plain: piece.plain + start })));
      }
      pieces.push({ text: " |", plain: plain.length, same: false });
      this.paragraphs.push(plain);
      this.lines.push(...linesOfPieces(pieces, this.paragraphs.length, "", ""));
      if (index === 0) this.lines.push({ text: `|${" --- |".repeat(columns)}`, paragraph: this.paragraphs.length, runs: [] });
    });
    this.last = "other";
  }
  /** Paragraphs of a cell follow each other on lines of their own. */
  cellText(cell) {
    const paragraphs = paragraphsOf(cell);
    const nodes = paragraphs.flatMap((paragraph, index) => [...index === 0 ? [] : [{ type: "break", breakType: "line" }], ...bulletOf(paragraph), ...paragraph.children ?? []]);
    return inlineText(nodes, this.context, inTable);
  }
  picture(node, at) {
    const picture = this.document.pictures.get(node);
    if (picture === void 0) return null;
    if ("address" in picture) {
      this.diagnostics.push(diagnose("media/remote", this.placeAt(at), { url: picture.address }));
      return null;
    }
    this.pictures.add(picture);
    if (isMachineMade(node)) this.diagnostics.push(diagnose("word/machine-alt", this.placeAt(at), { alt: describe(node) }));
    return pictureAddress(this.file, picture);
  }
  /** In the paragraph that is being read, which will be counted next. */
  placeAt(column) {
    const line = this.paragraphs.length + 1;
    return { file: this.file, start: { line, column: column + 1 }, end: { line, column: column + 2 } };
  }
  footnote(node) {
    const same = (other) => other.noteId === node.noteId && other.noteType === node.noteType;
    const known = this.notes.findIndex(same);
    return String(known >= 0 ? known + 1 : this.notes.push(node));
  }
  /** Footnotes and endnotes, after everything else. A note may refer to another one. */
  writeNotes() {
    for (let index = 0; index < this.notes.length; index++) {
      const node = this.notes[index];
      const body = this.document.note(node.noteType ?? "", node.noteId ?? "")?.body ?? [];
      let first = true;
      for (const paragraph of body.flatMap(paragraphsOf)) {
        const text2 = inlineText(paragraph.children ?? [], this.context, inText);
        const pieces = trimmed(text2.pieces);
        if (pieces.length === 0) continue;
        this.paragraphs.push(text2.plain);
        this.put(pieces, first ? `[^${index + 1}]: ` : "    ", "    ");
        first = false;
      }
      if (first) this.put([{ text: "\u2014", plain: 0, same: false }], `[^${index + 1}]: `, "");
    }
  }
  /** Into the picture that was written last. */
  addCaption(node) {
    const { plain } = inlineText(node.children ?? [], this.context, inHeading);
    const line = this.lines.at(-1);
    const words = plain.trim();
    const closing = line === void 0 ? null : /\/picture-\d+\.[a-z0-9]+(?=\))/.exec(line.text);
    if (line === void 0 || closing === null || words === "") return false;
    this.paragraphs.push(plain);
    const at = closing.index + closing[0].length;
    line.text = `${line.text.slice(0, at)} "${words.replace(/[\\"]/g, "\\$&")}"${line.text.slice(at)}`;
    return true;
  }
};
function pictureAddress(file2, picture) {
  const name = file2.slice(file2.lastIndexOf("/") + 1);
  return `${encodeURIComponent(name).replace(/[()']/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}/${picture.name}`;
}
function findLettered(blocks) {
  const found = /* @__PURE__ */ new Set();
  let open = [];
  let since = 0;
  for (const block of blocks) {
    if (block.kind === "item" && /Letter$/.test(block.format)) {
      open.push(block.node);
      since = 0;
    } else if (open.length > 0) {
      if (letterAnswer.test(plainOf(block.node).trim())) for (const node of open) found.add(node);
      else if (++since < 3 && block.kind !== "heading") continue;
      open = [];
    }
  }
  return found;
}
function plainOf(node) {
  return node.type === "text" ? node.value ?? "" : (node.children ?? []).map(plainOf).join("");
}
function visibleCode(node) {
  if (node.type === "text") return (node.value ?? "").replaceAll("\xA0", " ");
  if (node.type === "tab") return "	";
  if (node.type === "break") return "\n";
  return (node.children ?? []).map(visibleCode).join("");
}
function paragraphsOf(node) {
  return node.type === "paragraph" ? [node] : (node.children ?? []).flatMap(paragraphsOf);
}
function bulletOf(paragraph) {
  return paragraph.numbering == null ? [] : [{ type: "text", value: "\u2022 " }];
}
function gridOf(table) {
  const reach = [];
  return (table.children ?? []).filter((row) => row.type === "tableRow").map((row) => {
    const cells = [];
    const fill = () => {
      while ((reach[cells.length] ?? 0) > 0) {
        reach[cells.length] = (reach[cells.length] ?? 0) - 1;
        cells.push(null);
      }
    };
    for (const cell of row.children ?? []) {
      fill();
      const width = Math.max(1, Math.min(cell.colSpan ?? 1, mostColumns));
      for (let k = 0; k < width && cells.length < mostColumns; k++) {
        reach[cells.length] = (cell.rowSpan ?? 1) - 1;
        cells.push(k === 0 ? cell : null);
      }
    }
    fill();
    return cells;
  });
}
function trimmed(pieces) {
  const out = [...pieces];
  for (let first = out[0]; first !== void 0 && /^\s/.test(first.text); first = out[0]) {
    const text2 = first.text.trimStart();
    if (text2 === "") out.shift();
    else out[0] = { ...first, text: text2, plain: first.same ? first.plain + first.text.length - text2.length : first.plain };
  }
  for (let last = out.at(-1); last !== void 0 && /\s$/.test(last.text); last = out.at(-1)) {
    const text2 = last.text.trimEnd();
    if (text2 === "") out.pop();
    else out[out.length - 1] = { ...last, text: text2 };
  }
  return out;
}
function withoutBox(pieces, written) {
  const [first, ...rest] = pieces;
  if (first === void 0) return [];
  const box = [...first.text][0] ?? "";
  return [{ text: written, plain: first.plain, same: false }, { ...first, text: first.text.slice(box.length), plain: first.plain + box.length }, ...rest];
}

// dbg.ts
import JSZip2 from "jszip";
var z = await JSZip2.loadAsync(await readFile(process.argv[2]));
var parts = /* @__PURE__ */ new Map();
for (const [n, f] of Object.entries(z.files)) if (!f.dir) parts.set(n, await f.async("uint8array"));
var w = await readWord(parts);
console.log(writeMarkdown("x.docx", w).lines.map((l) => l.text).join("\n"));
