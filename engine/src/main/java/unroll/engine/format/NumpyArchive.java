package unroll.engine.format;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import unroll.engine.data.DataException;
import unroll.engine.data.DataSize;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/**
 * NumPy's files of several arrays, {@code .npz}: the array that is wanted, or columns where all have one index of the same length, or else
 * the first that can be series.
 */
final class NumpyArchive implements TableFormat {
    private static final String ENDING = ".npy";

    /** More arrays are no data of a person's. */
    private static final int MOST_ARRAYS = 10_000;

    @Override
    public List<String> endings() {
        return List.of(".npz");
    }

    @Override
    public Table read(Path file, TableForm wanted) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new Content(file, zip).table(wanted);
        } catch (ZipException e) {
            throw new DataException(file, "is no whole file of arrays (zip); copy it again, or save it by numpy.savez");
        }
    }

    private static final class Content {
        private final Path file;
        private final ZipFile zip;
        private final Map<String, NumpyHeader> arrays = new LinkedHashMap<>();
        private final Map<String, String> unread = new LinkedHashMap<>();

        Content(Path file, ZipFile zip) throws IOException {
            this.file = file;
            this.zip = zip;
            for (ZipEntry entry : zip.stream().limit(MOST_ARRAYS).toList()) {
                if (entry.getName().endsWith(ENDING)) {
                    String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
                    try (InputStream in = zip.getInputStream(entry)) {
                        NumpyHeader header = NumpyHeader.of(in.readNBytes(NumpyHeader.LONGEST));
                        NumpyArray.requireSeries(header);
                        arrays.put(name, header);
                    } catch (IllegalArgumentException e) {
                        unread.put(name, String.valueOf(e.getMessage()));
                    }
                }
            }
        }

        Table table(TableForm wanted) throws IOException {
            if (!wanted.sheet().isBlank()) {
                return single(wanted.sheet().strip(), wanted);
            }
            List<String> numbers = arrays.entrySet().stream()
                    .filter(array -> array.getValue().hasNumbers())
                    .map(Map.Entry::getKey)
                    .toList();
            if (numbers.isEmpty()) {
                throw new DataException(
                        file,
                        unread.isEmpty()
                                ? "holds no array of numbers"
                                : "holds no array of numbers; '"
                                        + unread.keySet().iterator().next() + "' "
                                        + unread.values().iterator().next());
            }
            boolean columns = arrays.size() > 1
                    && arrays.values().stream()
                            .allMatch(header -> header.shape().size() == 1)
                    && arrays.values().stream()
                                    .map(NumpyHeader::shape)
                                    .distinct()
                                    .count()
                            == 1;
            return columns ? together(wanted) : single(numbers.getFirst(), wanted);
        }

        private Table together(TableForm wanted) throws IOException {
            List<NumpyColumns> all = new ArrayList<>();
            for (String name : arrays.keySet()) {
                all.add(columns(name));
            }
            return NumpyArray.table(
                    file, wanted, NumpyColumns.of(all), List.of("Each array is a column, for all are equally long."));
        }

        private Table single(String name, TableForm wanted) throws IOException {
            List<String> others = arrays.keySet().stream()
                    .filter(other -> !other.equals(name))
                    .toList();
            return NumpyArray.table(
                    file,
                    others.isEmpty() ? wanted : wanted.on(name),
                    columns(name),
                    others.isEmpty()
                            ? List.of()
                            : List.of("The array '" + name + "' was read; the file also holds '"
                                    + String.join("', '", others) + "' (setting task.form.sheet)."));
        }

        private NumpyColumns columns(String name) throws IOException {
            NumpyHeader header = arrays.get(name);
            if (header == null) {
                throw new DataException(
                        file,
                        unread.containsKey(name)
                                ? "'" + name + "' " + unread.get(name)
                                : "has no array '" + name + "'; its arrays are '" + String.join("', '", arrays.keySet())
                                        + "'");
            }
            double bytes = header.elements() * header.bytes();
            DataSize.check(file, bytes);
            if (bytes > Integer.MAX_VALUE - 16) {
                throw new DataException(
                        file, "'" + name + "' takes more than 2 GB; save it alone, as a file .npy by numpy.save");
            }
            try (InputStream in = zip.getInputStream(zip.getEntry(name + ENDING))) {
                in.skipNBytes(header.length());
                byte[] data = in.readNBytes((int) bytes); // grows as they come
                NumpyArray.requireLength(header, (double) data.length + (in.read() < 0 ? 0 : 1));
                return NumpyColumns.of(name, header, MemorySegment.ofArray(data));
            } catch (IllegalArgumentException e) {
                throw new DataException(file, "'" + name + "' " + e.getMessage());
            }
        }
    }
}
