package unroll.engine.format;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import unroll.engine.data.DataException;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;
import unroll.engine.table.TableReader;
import unroll.engine.table.TableSource;

/** Parquet files: their columns of one value in each row. */
final class ParquetFile implements TableFormat {
    private static final String MAGIC = "PAR1";
    private static final String ENCRYPTED = "PARE";

    /** The length of the footer and the magic word, at the end. */
    private static final int TAIL = 8;

    private static final Set<CompressionCodec> UNPACKED = EnumSet.of(
            CompressionCodec.UNCOMPRESSED, CompressionCodec.SNAPPY, CompressionCodec.GZIP, CompressionCodec.ZSTD);

    /** The library's, which tells at each start what it found on the machine; held, for loggers are forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

    @Override
    public List<String> endings() {
        return List.of(".parquet");
    }

    @Override
    public Table read(Path file, TableForm wanted) throws IOException {
        requireWhole(file);
        LIBRARY.setLevel(Level.WARNING);
        return TrustingLibrary.read(
                file, "cannot be read as Parquet, or is damaged: %s; copy it again, or save it as CSV", () -> {
                    try (ParquetBytes bytes = new ParquetBytes(file);
                            ParquetFileReader reader = ParquetFileReader.open(bytes)) {
                        return table(file, reader, wanted);
                    }
                });
    }

    private static Table table(Path file, ParquetFileReader reader, TableForm wanted) throws IOException {
        requireUnpackable(file, reader);
        List<SchemaNode.PrimitiveNode> columns = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (SchemaNode node : reader.getFileSchema().getRootNode().children()) {
            if (node instanceof SchemaNode.PrimitiveNode one && one.repetitionType() != RepetitionType.REPEATED) {
                columns.add(one);
            } else {
                others.add(node.name());
            }
        }
        if (columns.isEmpty()) {
            throw new DataException(file, "has no column of one value in each row");
        }
        List<String> understood = others.isEmpty()
                ? List.of()
                : List.of("Columns of lists or records are left out: " + String.join(", ", others) + ".");
        return new TableReader(
                        file,
                        new TableSource(new ParquetRows(reader, columns), wanted.plain(""), List.of(), understood))
                .read();
    }

    /** Looks at both ends before the library trusts the lengths that it finds there. */
    private static void requireWhole(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < MAGIC.length() + TAIL || !magic(in, 0).equals(MAGIC)) {
                throw new DataException(
                        file,
                        in.length() >= MAGIC.length() && magic(in, 0).equals(ENCRYPTED)
                                ? "is encrypted; save it as Parquet without a key"
                                : "is no Parquet file; save it as one, or as CSV");
            }
            long end = in.length() - TAIL;
            byte[] length = new byte[Integer.BYTES];
            in.seek(end);
            in.readFully(length);
            long footer = Integer.toUnsignedLong(
                    ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt());
            if (!magic(in, end + Integer.BYTES).equals(MAGIC) || footer > end - MAGIC.length()) {
                throw new DataException(file, "is cut off; copy it again");
            }
        }
    }

    private static String magic(RandomAccessFile in, long at) throws IOException {
        byte[] word = new byte[MAGIC.length()];
        in.seek(at);
        in.readFully(word);
        return new String(word, StandardCharsets.ISO_8859_1);
    }

    private static void requireUnpackable(Path file, ParquetFileReader reader) {
        reader.getFileMetaData().rowGroups().stream()
                .flatMap(group -> group.columns().stream())
                .map(ColumnChunk::metaData)
                .map(column -> column.codec())
                .filter(codec -> !UNPACKED.contains(codec))
                .findFirst()
                .ifPresent(codec -> {
                    throw new DataException(
                            file,
                            "is packed by " + codec + ", which is not read; save it with snappy or gzip, in Python by"
                                    + " to_parquet(FILE, compression='snappy')");
                });
    }
}
