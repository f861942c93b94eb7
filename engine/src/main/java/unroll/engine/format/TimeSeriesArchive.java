package unroll.engine.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import unroll.engine.table.CellSink;
import unroll.engine.table.Declared;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/**
 * Files {@code .ts} of the time-series archives (UCR, UEA; sktime, aeon): a line is a case, its dimensions are separated by colons and
 * followed by its class. Each case is a series of rows, with its class in each of them.
 */
final class TimeSeriesArchive extends TextFormat {
    TimeSeriesArchive() {
        super(".ts");
    }

    @Override
    Table read(Path file, TableForm wanted, TextEncoding encoding) throws IOException {
        return new Cases(file, encoding).opened().table(wanted);
    }

    private static final class Cases extends LongForm {
        private boolean stamped;
        private String label = "";
        private int dimensions;

        Cases(Path file, TextEncoding encoding) {
            super(file, encoding);
        }

        @Override
        void head(String[] words) {
            switch (words[0].toLowerCase(Locale.ROOT)) {
                case "@timestamps" -> stamped = yes(words);
                case "@univariate" -> dimensions = yes(words) ? 1 : dimensions;
                case "@dimension", "@dimensions" -> {
                    if (words.length < 2 || !words[1].matches("[1-9]\\d{0,3}")) {
                        throw complaint("no number of dimensions");
                    }
                    dimensions = Integer.parseInt(words[1]);
                }
                case "@classlabel" -> label = yes(words) ? "class" : label;
                case "@targetlabel" -> label = yes(words) ? "target" : label;
                default -> {}
            }
        }

        @Override
        void columns() {
            if (dimensions == 0) {
                throw complaint(
                        "@dimension is missing, which says how many numbers a time step has; add it to the head");
            }
            column("name", Declared.SERIES);
            if (stamped) {
                column("time", Declared.TIME);
            }
            for (int d = 1; d <= dimensions; d++) {
                column(dimensions == 1 ? "value" : "dimension " + d, Declared.NOTHING);
            }
            if (!label.isEmpty()) {
                column(label, Declared.WORDS);
            }
        }

        @Override
        boolean series(String data, int number, CellSink sink) {
            List<String> parts = parts(data, ':');
            int expected = dimensions + (label.isEmpty() ? 0 : 1);
            if (parts.size() != expected) {
                throw complaint(
                        "the case has " + parts.size() + " parts between colons where the head has " + dimensions
                                + (dimensions == 1 ? " dimension" : " dimensions")
                                + (label.isEmpty() ? "" : " and a " + label) + "; correct it or take it out");
            }
            List<List<String>> values = new ArrayList<>();
            for (String part : parts.subList(0, dimensions)) {
                values.add(part.isEmpty() ? List.of() : parts(part, ','));
            }
            requireTogether(values);
            String name = "series " + number;
            boolean more = true;
            for (int t = 0; t < values.getFirst().size() && more; t++) {
                sink.cell(name);
                if (stamped) {
                    sink.cell(stamp(values.getFirst().get(t)));
                }
                for (List<String> dimension : values) {
                    sink.cell(value(dimension.get(t)));
                }
                if (!label.isEmpty()) {
                    sink.cell(parts.getLast());
                }
                more = sink.row(line());
            }
            return more;
        }

        private void requireTogether(List<List<String>> values) {
            List<String> first = values.getFirst();
            for (int d = 1; d < values.size(); d++) {
                List<String> other = values.get(d);
                if (other.size() != first.size()) {
                    throw complaint("dimension " + (d + 1) + " has " + other.size() + " values where the first has "
                            + first.size() + "; make them equally long, with ? where a value is missing");
                }
                if (stamped
                        && IntStream.range(0, first.size())
                                .anyMatch(t -> !stamp(first.get(t)).equals(stamp(other.get(t))))) {
                    throw complaint("dimension " + (d + 1) + " has other times than the first; bring them to the same");
                }
            }
        }

        /** The time of a pair such as {@code (2007-01-01 00:00:00,241.97)}. */
        private String stamp(String pair) {
            return pair.substring(1, comma(pair)).strip();
        }

        private String value(String text) {
            String value =
                    stamped ? text.substring(comma(text) + 1, text.length() - 1).strip() : text;
            return value.isEmpty() ? "?" : value;
        }

        private int comma(String pair) {
            int comma = pair.lastIndexOf(',');
            if (comma < 1 || !pair.startsWith("(") || !pair.endsWith(")")) {
                throw complaint("'" + pair + "' is no time and value in brackets, as (1,0.5)");
            }
            return comma;
        }
    }
}
