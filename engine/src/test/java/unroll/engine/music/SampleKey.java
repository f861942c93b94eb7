package unroll.engine.music;

/**
 * The key of a piece that the generator composes.
 *
 * @param tonic the pitch class of its first degree, 0 for C
 * @param minor whether it is minor, with a raised seventh degree where that leads to the tonic
 */
record SampleKey(int tonic, boolean minor) {
    private static final int OCTAVE = 12;
    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] MINOR = {0, 2, 3, 5, 7, 8, 10};

    /** Semitones from the tonic up to a degree, from 0, of the scale without the raised seventh; beyond the sixth an octave higher. */
    int semitones(int degree) {
        int[] scale = minor ? MINOR : MAJOR;
        return scale[Math.floorMod(degree, scale.length)] + OCTAVE * Math.floorDiv(degree, scale.length);
    }

    /** Semitones of a key above the nearest tonic below. */
    int above(int key) {
        return Math.floorMod(key - tonic, OCTAVE);
    }

    /** Whether a key belongs to the scale, in minor also with the raised seventh degree. */
    boolean has(int key) {
        for (int degree = 0; degree < 7; degree++) {
            if (semitones(degree) == above(key)) {
                return true;
            }
        }
        return leads(key);
    }

    /** Whether a key is a semitone below the tonic. */
    boolean leads(int key) {
        return above(key) == OCTAVE - 1;
    }

    /** The next key of the scale above, or below, without the raised seventh. */
    int next(int key, boolean up) {
        int next = key;
        do {
            next += up ? 1 : -1;
        } while (!has(next) || minor && leads(next));
        return next;
    }

    @Override
    public String toString() {
        return Keyboard.name(tonic).replaceAll("-?\\d+$", "") + (minor ? " minor" : " major");
    }
}
