package unroll.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTextTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("some.txt");
    }

    private void refused(String complaint) {
        assertThatThrownBy(() -> PlainText.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + complaint);
    }

    @Test
    void aCharacterIsACodePointAndEveryLineEndOneNewline() throws IOException {
        Files.writeString(file, "\uFEFFa\u00e4\r\nb\rc\n\n\uD83E\uDD8Ax");
        assertThat(PlainText.read(file)).containsExactly('a', 0xe4, '\n', 'b', '\n', 'c', '\n', '\n', 0x1F98A, 'x');
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        refused(": does not exist");
        Files.write(file, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        refused(": is no UTF-8 text; save it as plain text in UTF-8");
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
}
