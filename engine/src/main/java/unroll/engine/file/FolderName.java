package unroll.engine.file;

import java.nio.charset.StandardCharsets;

/** Names of folders that people recognise and every file system allows. */
public final class FolderName {
    /** Letters at most. */
    private static final int LETTERS = 60;

    /** File systems allow 255 bytes in UTF-8; the rest is for a date and a number behind the name. */
    private static final int BYTES = 180;

    private FolderName() {}

    /**
     * Such a name.
     *
     * @param words what the folder is for; what is no letter, number, space or one of {@code . _ -} becomes {@code -}, and the end
     *     is cut off where they are too long
     * @param otherwise where nothing is left of the words
     */
    public static String of(String words, String otherwise) {
        StringBuilder name = new StringBuilder();
        String allowed = words.replaceAll("[^\\p{L}\\p{N} ._-]", "-").strip();
        int bytes = 0;
        int letters = 0;
        for (int letter : allowed.codePoints().toArray()) {
            String text = Character.toString(letter);
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            letters++;
            if (letters > LETTERS || bytes > BYTES) {
                break;
            }
            name.append(text);
        }
        String cut = name.toString().strip();
        return cut.isEmpty() ? otherwise : cut;
    }
}
