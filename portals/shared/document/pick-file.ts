/** Asks the person for a file; nothing happens where they choose none. The input outlives whatever menu opened it. */
export function pickFile(take: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.onchange = () => {
    const [file] = input.files ?? [];
    input.remove();
    if (file) take(file);
  };
  input.oncancel = () => input.remove();
  document.body.append(input);
  input.click();
}
