package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.data.DataException;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Separator;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** The same numbers and times in all the ways in which programs and people write them. */
class MutatedTablesTest {
    private static final int TABLES = Integer.getInteger("tables", 1000);

    private static final List<String> DATES = List.of(
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            "yyyy/MM/dd HH:mm",
            "dd.MM.yyyy HH:mm",
            "M/d/yyyy h:mm a",
            "dd/MM/yyyy HH:mm",
            "d MMM yyyy HH:mm",
            "yyyyMMddHHmm",
            "yyyy-MM-dd",
            "dd.MM.yyyy",
            "dd-MMM-yy",
            "MM/dd/yyyy",
            "yyyyMMdd",
            "yyyy-MM",
            "MMM yyyy");

    @TempDir
    private Path folder;

    /** A table, and how it is written; all drawn by a seed. */
    private static final class Mutant {
        private final Random random;
        private final int rows;
        private final double[][] numbers;
        private final List<LocalDateTime> times = new ArrayList<>();
        private final String dates;
        private final Separator separator;
        private final boolean comma;
        private final boolean head;
        private final List<String> how = new ArrayList<>();

        Mutant(long seed) {
            random = new Random(seed);
            rows = 30 + random.nextInt(200);
            int columns = 1 + random.nextInt(5);
            numbers = new double[columns][rows];
            for (int c = 0; c < columns; c++) {
                int digits = random.nextInt(4);
                double size = Math.pow(10, random.nextInt(6) - 1);
                double offset = random.nextBoolean() ? 0 : 3 * size;
                for (int r = 0; r < rows; r++) {
                    double scale = Math.pow(10, digits);
                    numbers[c][r] = Math.rint((offset + size * random.nextGaussian()) * scale) / scale;
                }
            }
            dates = DATES.get(random.nextInt(DATES.size()));
            LocalDateTime begin = LocalDateTime.of(1950 + random.nextInt(75), 1 + random.nextInt(12), 1, 0, 0);
            int minutes = List.of(1, 10, 60, 180).get(random.nextInt(4));
            for (int r = 0; r < rows; r++) {
                times.add(
                        dates.contains("m")
                                ? begin.plusMinutes((long) minutes * r)
                                : dates.contains("d") ? begin.plusDays(r) : begin.plusMonths(r));
            }
            Separator[] separators = {
                Separator.COMMA, Separator.SEMICOLON, Separator.TAB, Separator.BAR, Separator.BLANKS
            };
            separator = separators[random.nextInt(separators.length)];
            comma = separator != Separator.COMMA && random.nextInt(3) == 0;
            head = random.nextInt(4) > 0;
            how.add(seed + ": " + separator + (comma ? " decimal commas" : "") + (head ? " head" : "") + " " + dates);
        }

        private boolean chance(String name, int one) {
            boolean now = random.nextInt(one) == 0;
            if (now) {
                how.add(name);
            }
            return now;
        }

        private String text() {
            boolean quotes = chance("all quoted", 6);
            boolean units = head && chance("units", 6);
            boolean titled = head && chance("title", 6);
            boolean commented = chance("comments", 6);
            boolean blank = chance("blank lines", 4);
            boolean trailing = separator != Separator.BLANKS && chance("trailing separators", 6);
            String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            List<String> lines = new ArrayList<>();
            if (titled) {
                lines.add("Station seven above the river");
            }
            if (commented) {
                lines.add("# measured by hand");
            }
            if (head) {
                lines.add(line("when", c -> "level " + (char) ('a' + c), quotes || separator == Separator.BLANKS));
            }
            if (units) {
                lines.add(line("time", c -> "m", quotes));
            }
            DateTimeFormatter form = DateTimeFormatter.ofPattern(dates, Locale.ENGLISH);
            for (int r = 0; r < rows; r++) {
                int row = r;
                lines.add(line(times.get(r).format(form), c -> number(numbers[c][row]), quotes));
                if (blank && random.nextInt(10) == 0) {
                    lines.add(random.nextBoolean() ? "" : "   ");
                }
            }
            String tail = trailing ? "" + separator.character() : "";
            StringBuilder text = new StringBuilder();
            for (String line : lines) {
                text.append(line)
                        .append(line.isBlank() || line.startsWith("#") || line.startsWith("Station") ? "" : tail)
                        .append(end);
            }
            return text.toString();
        }

        private String line(String first, IntFunction<String> cell, boolean quotes) {
            List<String> cells = new ArrayList<>(List.of(quoted(first, quotes)));
            for (int c = 0; c < numbers.length; c++) {
                cells.add(quoted(cell.apply(c), quotes));
            }
            return String.join("" + separator.character(), cells);
        }

        private String quoted(String cell, boolean always) {
            return always || cell.indexOf(separator.character()) >= 0 ? "\"" + cell + "\"" : cell;
        }

        private String number(double value) {
            String text = value == Math.rint(value) && random.nextInt(3) == 0
                    ? Long.toString((long) value)
                    : Double.toString(value);
            return comma ? text.replace('.', ',') : text;
        }

        private Charset encoding() {
            return Charset.forName(List.of("UTF-8", "UTF-8", "UTF-16", "UTF-16LE", "windows-1252")
                    .get(random.nextInt(5)));
        }

        /** Whether nobody could tell from the dates alone which number is the day: none is more than 12. */
        private boolean undecided() {
            return List.of("M/d", "dd/MM", "MM/dd").stream().anyMatch(dates::startsWith)
                    && times.stream().allMatch(time -> time.getDayOfMonth() <= 12);
        }

        /** What was read otherwise than it was meant; empty where all is right. */
        private String wrong(Table table) {
            if (table.rows() != rows) {
                return table.rows() + " rows for " + rows;
            }
            List<Column> read = table.columns().stream()
                    .filter(column -> column.kind() != ColumnKind.EMPTY)
                    .toList();
            if (read.size() != numbers.length + 1) {
                return read.size() + " columns for " + (numbers.length + 1);
            }
            if (read.getFirst().kind() != ColumnKind.TIME) {
                return "times are " + read.getFirst().kind().words();
            }
            for (int r = 0; r < rows; r++) {
                if (read.getFirst().values()[r] != times.get(r).toEpochSecond(ZoneOffset.UTC)) {
                    return "row " + r + ": " + times.get(r) + " is read as "
                            + LocalDateTime.ofEpochSecond((long) read.getFirst().values()[r], 0, ZoneOffset.UTC);
                }
                for (int c = 0; c < numbers.length; c++) {
                    if (read.get(c + 1).values()[r] != numbers[c][r]) {
                        return numbers[c][r] + " is read as " + read.get(c + 1).values()[r];
                    }
                }
            }
            return "";
        }
    }

    /** Of 1,000 tables at least 990 are read as they were meant; the others are asked about, not misread. */
    @Test
    void whatWasMeantIsFoundInNearlyAllWaysOfWritingATable() throws IOException {
        List<String> misread = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        int undecided = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            Mutant mutant = new Mutant(seed);
            Path file = folder.resolve(seed + ".csv");
            Files.write(file, mutant.text().getBytes(mutant.encoding()));
            try {
                Table table = Tables.read(file, TableForm.FOUND);
                String wrong = mutant.wrong(table);
                if (!table.doubts().isEmpty() && mutant.undecided()) {
                    undecided++;
                } else if (!table.doubts().isEmpty()) {
                    asked.add(mutant.how + " " + table.doubts().getFirst().sentence());
                } else if (!wrong.isEmpty()) {
                    misread.add(mutant.how + " " + wrong);
                }
            } catch (DataException e) {
                asked.add(mutant.how + " " + e.getMessage());
            }
            Files.delete(file);
        }
        assertThat(misread).isEmpty();
        assertThat(asked).hasSizeLessThanOrEqualTo(TABLES / 100);
        assertThat(undecided).as("dates that go on for less than two weeks").isBetween(TABLES / 100, TABLES / 10);
    }
}
