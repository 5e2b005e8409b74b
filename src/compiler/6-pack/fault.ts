/** A mistake of ours, found while packing: the author cannot mend it. */

/** Thrown, not returned: the command ends with 70 and shows `details`, one line each. */
export class PackageFault extends Error {
  override readonly name = 'PackageFault';
  readonly details: readonly string[];

  constructor(details: readonly string[]) {
    super(`The package would not be valid: ${details.join('; ')}`);
    this.details = details;
  }
}
