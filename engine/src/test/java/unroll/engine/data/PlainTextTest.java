package unroll.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("some.txt");
    }

    private void refused(String complaint) {
        assertThatThrownBy(() -> PlainText.read(file, ""))
                .isInstanceOf(DataException.class)
                .hasMessage(file + complaint);
    }

    @Test
    void aCharacterIsACodePointAndEveryLineEndOneNewline() throws IOException {
        Files.writeString(file, "\uFEFFa\u00e4\r\nb\rc\n\n\uD83E\uDD8Ax");
        assertThat(PlainText.read(file, "").characters())
                .containsExactly('a', 0xe4, '\n', 'b', '\n', 'c', '\n', '\n', 0x1F98A, 'x');
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        refused(": does not exist");
        Files.write(file, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        refused(", line 1, column 4: byte 4 of the file, E9, ends within a character of UTF-8, or is none; the file is"
                + " cut off, or in another encoding, such as windows-1252, where it is \u00e9; name it as"
                + " the setting task.encoding, or save the text in UTF-8");
        Files.writeString(file, "one\ntwo\nth\0ree");
        refused(", line 3, column 3: a zero byte, which no text has; is it a text file?");
        Files.writeString(file, "\0");
        refused(", line 1, column 1: a zero byte, which no text has; is it a text file?");
        Files.writeString(file, "one\n\0");
        refused(", line 2, column 1: a zero byte, which no text has; is it a text file?");
        Files.writeString(file, "");
        refused(": holds no text");
        Files.writeString(file, " \n\n ");
        refused(": holds no text");
        file = folder;
        refused(": is a folder; name a text file");
    }

    @Test
    void aFileTooLargeForTheMemoryIsRefusedUnread() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((64L << 20) + 1);
        }
        refused(": has more than 64 MB; cut a part out of it and name that");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void theByteOrderMarkNamesTheEncoding(String name) throws IOException {
        Charset charset = Charset.forName(name);
        Files.write(file, "\uFEFFa\u00e4\r\n\uD83E\uDD8Ax".getBytes(charset));
        PlainText text = PlainText.read(file, "");
        assertThat(text.characters()).containsExactly('a', 0xe4, '\n', 0x1F98A, 'x');
        assertThat(text.encoding()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16", "GB18030", "IBM850"})
    void anEncodingThatIsNamedIsTheTexts(String name) throws IOException {
        Files.write(file, "Stra\u00dfe\r\n\u00fcber".getBytes(Charset.forName(name)));
        PlainText text = PlainText.read(file, name);
        assertThat(new String(text.characters(), 0, text.characters().length)).isEqualTo("Stra\u00dfe\n\u00fcber");
        assertThat(text.encoding()).isEqualTo(Charset.forName(name));
    }

    @Test
    void aByteThatIsNoCharacterIsToldWithItsPlaceAndWhatItMayBe() throws IOException {
        byte[] bytes = "\u00e4 is fine\r\nand gr\u00fcn\nis too".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 5] = (byte) 0xfc; // of the i of "is too"
        Files.write(file, bytes);
        refused(", line 3, column 2: byte 24 of the file, FC, is no UTF-8; it may be another encoding, such as"
                + " windows-1252, where it is \u00fc; name it as the setting task.encoding, or save the text in UTF-8");
    }

    @Test
    void aTextThatEndsWithinACharacterIsToldSo() throws IOException {
        byte[] bytes = "a\nb\u20ac".getBytes(StandardCharsets.UTF_8);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> PlainText.read(file, ""))
                .hasMessageStartingWith(
                        file + ", line 2, column 2: byte 4 of the file, E2 82, ends within a character of"
                                + " UTF-8, or is none; the file is cut off, or in another encoding");
        Files.write(file, Arrays.copyOf("\uFEFFab".getBytes(StandardCharsets.UTF_16LE), 5));
        assertThatThrownBy(() -> PlainText.read(file, ""))
                .hasMessageStartingWith(file + ", line 1, column 2: byte 5 of the file, 62, ends within a character of"
                        + " UTF-16LE, or is none; the file is cut off, or in another encoding");
    }

    @Test
    void twoBytesForEachCharacterWithoutAMarkAreRecognised() throws IOException {
        Files.write(file, "two\nlines".getBytes(StandardCharsets.UTF_16BE));
        refused(", line 1, column 1: a zero byte, which no text has; it may be UTF-16 without a byte order mark: name"
                + " UTF-16LE or UTF-16BE as the setting task.encoding");
    }
}
