package unroll.engine.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import unroll.engine.data.DataException;
import unroll.engine.table.Table;

/**
 * Reads a file by a library that trusts what it finds there. The libraries here name no type for damage: of some thousand damaged files they let through
 * {@link IOException}, nulls, indices beyond arrays, negative sizes, unknown constants and plain {@link RuntimeException}, often those of a library of theirs.
 * So whatever is thrown while they read is damage, and stays the cause of the refusal.
 */
@FunctionalInterface
interface TrustingLibrary {
    /** The table, by the library. */
    Table table() throws IOException;

    /**
     * The table that {@code library} reads.
     *
     * @param complaint what is said of a damaged file, with {@code %s} where the reason belongs
     * @throws DataException where the file holds no table or is damaged
     */
    static Table read(Path file, String complaint, TrustingLibrary library) {
        try {
            return library.table();
        } catch (DataException | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            DataException damaged = new DataException(file, complaint.formatted(reason(e)));
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** The first line of what the library says of the file; of a null or an index Java tells what only a programmer understands. */
    private static String reason(Exception e) {
        Throwable first = Optional.ofNullable(e.getCause()).orElse(e);
        boolean meant = first instanceof IOException
                || first instanceof UncheckedIOException
                || first instanceof IllegalArgumentException
                || first instanceof IllegalStateException
                || first instanceof UnsupportedOperationException;
        return Optional.ofNullable(meant ? first.getMessage() : null)
                .flatMap(said -> said.lines().findFirst())
                .orElse("its parts do not fit each other");
    }
}
