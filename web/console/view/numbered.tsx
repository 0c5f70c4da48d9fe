interface Props {
  readonly sentence: string;
  /** Where in the sentence the number stands, in braces. */
  readonly place: string;
  readonly number: string;
}

/** A sentence with a number that is read, and copied, in one piece. */
export function Numbered({ sentence, place, number }: Props) {
  const [before, after] = sentence.split(`{${place}}`);
  return (
    <p>
      {before}
      <bdi class="number" data-testid={`${place}-number`}>
        {number}
      </bdi>
      {after}
    </p>
  );
}
