package unroll.engine.backend;

/**
 * Plain Java: what remains where the native library cannot be loaded.
 *
 * @param reason why it is used, for people
 */
record PlainBlas(String reason) implements Blas {
    @Override
    public String description() {
        return "plain Java products (" + reason + ")";
    }
}
