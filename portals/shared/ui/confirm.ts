/** `action` says what happens, never “OK”. */
export type Question = { title: string; text: string; action: string; danger?: boolean };
export type Asked = Question & { answer: (yes: boolean) => void };

let show: ((asked: Asked) => void) | undefined;

/** The one place that shows the question: `<ConfirmHost>`, in the portal's frame. */
export function onQuestion(listener: (asked: Asked) => void): () => void {
  show = listener;
  return () => {
    show = undefined;
  };
}

/** Asks before what can't be undone: `if (await confirm({ … })) await submit(…)`. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((answer) => {
    if (show) show({ ...question, answer });
    else answer(false);
  });
}
