const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** inUnits writes a number of bytes for people: `512 B`, `1.5 KiB`, `40 MiB`. */
export function inUnits(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? value.toFixed(1) : Math.round(value).toString();
  return `${digits} ${UNITS[unit]}`;
}
