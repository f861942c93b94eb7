package unroll.engine.series;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a time step are.
 *
 * @param parts one for each number
 * @param time how times are called; empty where the data have none
 * @param calendar by which the rows' times follow each other; empty where there is none
 */
public record SeriesShape(List<Part> parts, Optional<TimeAxis> time, Optional<Calendar> calendar) {
    public SeriesShape {
        parts = List.copyOf(parts);
    }

    /**
     * What makes one number of a time step: a column as it is; one word of a column; or whether the column's value is missing.
     *
     * @param column its name
     * @param role of the column
     * @param word that is meant; null where none is
     * @param missing whether the number says that the value is missing
     */
    public record Part(
            String column, ColumnRole role, @Nullable String word, boolean missing) {
        /** A column as it is. */
        static Part of(String column, ColumnRole role) {
            return new Part(column, role, null, false);
        }

        /** As it is called: "load", "wind = north", "load missing". */
        public String name() {
            return missing ? column + " missing" : word == null ? column : column + " = " + word;
        }

        /** Whether the number is one of the file's own. */
        boolean measured() {
            return word == null && !missing;
        }

        /** The number, of the column's value and its words. */
        double of(double value, List<String> words) {
            if (missing) {
                return Double.isNaN(value) ? 1 : 0;
            }
            return word == null || Double.isNaN(value)
                    ? value
                    : words.get((int) value).equals(word) ? 1 : 0;
        }
    }

    /** Numbers that are all given and all predicted. */
    static SeriesShape of(List<String> columns) {
        return new SeriesShape(
                columns.stream().map(name -> Part.of(name, ColumnRole.BOTH)).toList(),
                Optional.empty(),
                Optional.empty());
    }

    /** The numbers' names. */
    public List<String> columns() {
        return parts.stream().map(Part::name).toList();
    }

    /** Places of those that are given to the network. */
    public List<Integer> inputs() {
        return IntStream.range(0, parts.size())
                .filter(p -> parts.get(p).role().isInput())
                .boxed()
                .toList();
    }

    /** Places of those that are predicted. */
    public List<Integer> targets() {
        return IntStream.range(0, parts.size())
                .filter(p -> parts.get(p).role().isTarget() && !parts.get(p).missing())
                .boxed()
                .toList();
    }

    /** Whether everything that is given is predicted too, so that a network can go on by itself from its own predictions. */
    public boolean closed() {
        return inputs().equals(targets());
    }

    /** Names of the columns that are given but not predicted, so that they are not known of rows to come. */
    public List<String> givenOnly() {
        return parts.stream()
                .filter(part -> part.role().isInput() && !part.role().isTarget())
                .map(Part::column)
                .distinct()
                .toList();
    }

    /**
     * The row that a network is given when its own predictions stand for what was measured: that nothing is missing of it is known.
     *
     * @param prediction of the targets, at least one for each input that is a column's own
     */
    public double[] continued(double[] prediction) {
        List<Integer> targets = targets();
        return inputs().stream()
                .mapToDouble(p -> parts.get(p).missing() ? 0 : prediction[targets.indexOf(p)])
                .toArray();
    }

    /** How many steps make a season of such data; 0 where it is not known. */
    public int season() {
        return calendar.map(Calendar::season).orElse(0);
    }
}
