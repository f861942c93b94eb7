package unroll.engine.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import unroll.engine.data.ByteOrderMark;
import unroll.engine.data.DataException;
import unroll.engine.data.PackedFile;

/**
 * How the characters of a text file are kept.
 *
 * @param charset the encoding
 * @param mark bytes at the file's beginning that name it
 */
record TextEncoding(Charset charset, int mark) {
    /** In which Excel and older programs of western countries keep what is not UTF-8. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Bytes at the beginning, of which every second is zero where two make a character. */
    private static final int LOOKED_AT = 4096;

    private static final int BUFFER = 1 << 16;

    /** That of a name, such as "UTF-8"; found where the name is empty: by its mark, by its zero bytes, else UTF-8. */
    static TextEncoding of(Path file, String wanted) throws IOException {
        byte[] first;
        try (InputStream in = PackedFile.of(file).bytes()) {
            first = in.readNBytes(LOOKED_AT);
        }
        TextEncoding marked = ByteOrderMark.of(first)
                .map(mark -> new TextEncoding(mark.charset(), mark.length()))
                .orElse(new TextEncoding(StandardCharsets.UTF_8, 0));
        if (wanted.isBlank()) {
            return marked.mark > 0 ? marked : unmarked(file, first);
        }
        try {
            Charset charset = Charset.forName(wanted.strip());
            return new TextEncoding(charset, marked.charset.equals(charset) ? marked.mark : 0);
        } catch (IllegalArgumentException e) {
            throw new DataException(file, "'" + wanted + "' is no encoding; such are UTF-8, UTF-16LE and windows-1252");
        }
    }

    private static TextEncoding unmarked(Path file, byte[] first) {
        int[] zeros = new int[2];
        for (int i = 0; i < first.length; i++) {
            zeros[i % 2] += first[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        if (zeros[0] == 0 && zeros[1] > first.length / 4) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (zeros[1] == 0 && zeros[0] > first.length / 4) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        throw new DataException(file, "holds bytes that no text has; is it a table in text form?");
    }

    /** What a file in UTF-8 is where some byte of it is none. */
    TextEncoding otherwise() {
        return new TextEncoding(WESTERN, 0);
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** A reader of the file past its mark; it throws where bytes are no character. */
    BufferedReader open(Path file) throws IOException {
        InputStream in = PackedFile.of(file).bytes();
        in.skipNBytes(mark);
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
    }
}
