package unroll.engine.format;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import unroll.engine.data.PackedFile;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** A kind of texts that hold tables; they may be packed by gzip. */
abstract class TextFormat implements TableFormat {
    private final List<String> endings;

    /** @param endings how the names of such texts end where they are not packed */
    TextFormat(String... endings) {
        this.endings = Stream.concat(Stream.of(endings), Stream.of(endings).map(ending -> ending + PackedFile.ENDING))
                .toList();
    }

    /** The table in a text of this encoding; where bytes of it are no characters, it is read again in another one. */
    abstract Table read(Path file, TableForm wanted, TextEncoding encoding) throws IOException;

    @Override
    public final List<String> endings() {
        return endings;
    }

    @Override
    public final Table read(Path file, TableForm wanted) throws IOException {
        TextEncoding encoding = TextEncoding.of(file, wanted.encoding());
        try {
            return read(file, wanted, encoding);
        } catch (CharacterCodingException e) {
            if (!encoding.isUtf8() || !wanted.encoding().isBlank()) {
                throw e;
            }
            return read(file, wanted, encoding.otherwise());
        }
    }
}
