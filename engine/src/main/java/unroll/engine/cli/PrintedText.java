package unroll.engine.cli;

/** Words of a person or a file as a terminal may have them. */
final class PrintedText {
    private PrintedText() {}

    /** The words with a dot for each control character: a terminal obeys these. */
    static String of(String words) {
        return words.replaceAll("\\p{Cntrl}", "·");
    }
}
