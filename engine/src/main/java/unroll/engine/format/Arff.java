package unroll.engine.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.data.DataException;
import unroll.engine.table.CellSink;
import unroll.engine.table.CellSource;
import unroll.engine.table.Declared;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;
import unroll.engine.table.TableReader;
import unroll.engine.table.TableSource;

/** Attribute-relation files, of Weka: columns that are declared, then rows, which may leave out zeros. */
final class Arff extends TextFormat {
    Arff() {
        super(".arff");
    }

    @Override
    Table read(Path file, TableForm wanted, TextEncoding encoding) throws IOException {
        return new TableReader(
                        file,
                        new TableSource(
                                new Cells(file, encoding),
                                wanted.plain(encoding.charset().name()),
                                List.of(),
                                List.of()))
                .read();
    }

    private static final class Cells implements CellSource {
        private final Path file;
        private final TextEncoding encoding;
        private final List<Attribute> attributes = new ArrayList<>();
        private int line;

        Cells(Path file, TextEncoding encoding) throws IOException {
            this.file = file;
            this.encoding = encoding;
            try (BufferedReader text = encoding.open(file)) {
                head(text, attributes);
            }
            if (attributes.isEmpty()) {
                throw new DataException(file, "declares no attribute; such a line is: @attribute name numeric");
            }
        }

        /** Reads past the line {@code @data}. */
        private void head(BufferedReader text, List<Attribute> into) throws IOException {
            line = 0;
            for (String next = text.readLine(); next != null; next = text.readLine()) {
                line++;
                String[] words = next.strip().split("\\s+", 2);
                switch (words[0].toLowerCase(Locale.ROOT)) {
                    case "@data" -> {
                        return;
                    }
                    case "@attribute" -> into.add(Attribute.of(file, line, words.length < 2 ? "" : words[1]));
                    case "@relation", "" -> {}
                    default -> {
                        if (!words[0].startsWith("%")) {
                            throw complaint(1, "'" + words[0] + "' where @attribute or @data is expected");
                        }
                    }
                }
            }
            throw new DataException(file, "ends without the line @data, behind which the rows are; copy it again");
        }

        private DataException complaint(int column, String words) {
            return new DataException(file, line, column, words);
        }

        @Override
        public Optional<List<String>> names() {
            return Optional.of(attributes.stream().map(Attribute::name).toList());
        }

        @Override
        public Declared declared(int column) {
            return attributes.get(column).declared();
        }

        @Override
        public void read(CellSink sink) throws IOException {
            try (BufferedReader text = encoding.open(file)) {
                head(text, new ArrayList<>());
                for (String next = text.readLine(); next != null; next = text.readLine()) {
                    line++;
                    String row = next.strip();
                    if (!row.isEmpty() && !row.startsWith("%") && !row(row, sink)) {
                        return;
                    }
                }
            }
        }

        private boolean row(String row, CellSink sink) {
            String[] cells = row.startsWith("{")
                    ? sparse(row)
                    : AttributeWords.commas(row).toArray(String[]::new);
            if (cells.length != attributes.size()) {
                throw complaint(
                        Math.min(cells.length, attributes.size()) + 1,
                        "the row has " + cells.length + " values where " + attributes.size()
                                + " attributes are declared; complete it or take it out");
            }
            for (int c = 0; c < cells.length; c++) {
                String cell = attributes.get(c).cell(file, line, c + 1, cells[c]);
                sink.cell(cell.isEmpty() ? "?" : cell);
            }
            return sink.row(line);
        }

        /** A row such as <code>{0 1.5, 3 'a b'}</code>, which leaves out zeros; places count from 0. */
        private String[] sparse(String row) {
            String[] cells = attributes.stream().map(Attribute::zero).toArray(String[]::new);
            String inside =
                    row.endsWith("}") ? row.substring(1, row.length() - 1).strip() : "?";
            for (String pair : inside.isEmpty() ? List.<String>of() : Arrays.asList(inside.split(",", -1))) {
                String[] words = pair.strip().split("\\s+", 2);
                int place = words.length == 2 && words[0].matches("\\d{1,9}") ? Integer.parseInt(words[0]) : -1;
                if (place < 0 || place >= cells.length) {
                    throw complaint(
                            1,
                            "'" + pair.strip() + "' is no place and value of a sparse row, as {0 1.5, 3 2} has; correct"
                                    + " it");
                }
                cells[place] = AttributeWords.commas(words[1]).getFirst();
            }
            return cells;
        }
    }
}
