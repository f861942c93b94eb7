package unroll.engine.random;

/** What a stream of random numbers is drawn for, so that streams of one seed never meet. */
public enum Purpose {
    TRAINING_DATA(0x0),
    TEST_DATA(0x5DEECE66),
    INITIALISATION(0x1F83D9AB),
    SAMPLING(0x5BE0CD19),
    WEIGHT_NOISE(0x3C6EF372),
    DROPOUT(0xA54FF53A),
    CURVATURE_PROBE(0x510E527F),
    PERTURBATION(0x9B05688C),
    GIBBS(0x1F123BB5);

    private final int salt;

    Purpose(int salt) {
        this.salt = salt;
    }

    int salt() {
        return salt;
    }
}
