package unroll.app.sequence;

/**
 * A piece of text beside what a network made of it, place by place; all of it in characters (code points) and not to be
 * changed any more.
 *
 * @param truth the text itself
 * @param prediction the most probable character at each place
 * @param probability what each character of the truth was given
 * @param written what the network wrote by itself; as long as the truth, or empty
 * @param writtenFrom the first place, from 0, of what it wrote by itself; before it there is the truth
 */
public record Passage(int[] truth, int[] prediction, float[] probability, int[] written, int writtenFrom)
        implements Depiction {
    /** Nothing to read. */
    public static final Passage EMPTY = new Passage(new int[0], new int[0], new float[0], new int[0], 0);

    public Passage {
        if (prediction.length != truth.length || probability.length != truth.length) {
            throw new IllegalArgumentException("a prediction of " + prediction.length + " characters with "
                    + probability.length + " probabilities does not fit " + truth.length);
        }
        if (written.length != 0 && written.length != truth.length) {
            throw new IllegalArgumentException(written.length + " characters were written beside " + truth.length);
        }
    }

    /** How many places there are. */
    public int size() {
        return truth.length;
    }
}
