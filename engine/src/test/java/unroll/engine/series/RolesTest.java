package unroll.engine.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.format.Tables;
import unroll.engine.setting.Schema;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** What a person says of a column is written as settings that lead to the same. */
class RolesTest {
    private static final List<String> AWKWARD = List.of(
            "plain",
            "with, comma",
            "\"quoted\"",
            "one\"inside",
            "none",
            "None",
            "a,\"b\",c",
            "two\nlines",
            "#5",
            "größe [m³]",
            "tab\there",
            "';|",
            "\"",
            ",");

    @TempDir
    private Path folder;

    private Table table(String... lines) throws IOException {
        return Tables.read(Files.writeString(folder.resolve("table.csv"), String.join("\n", lines)), TableForm.FOUND);
    }

    /** Twelve rows of a date, a counter, two measures, a word and a second counter. */
    private Table mixed() throws IOException {
        List<String> lines = new ArrayList<>(List.of("no,day,load,\"wind, m/s\",kind,id"));
        for (int i = 0; i < 12; i++) {
            lines.add(i + ",2021-03-" + (10 + i) + "," + (i * i % 7) + "," + (3.5 + i % 4) + ","
                    + (i % 3 == 0 ? "x" : "y") + "," + (100 + i));
        }
        return table(lines.toArray(String[]::new));
    }

    private static List<ColumnUse> uses(Roles roles) {
        return IntStream.range(0, roles.of().size()).mapToObj(roles::use).toList();
    }

    private static ColumnUse use(ColumnRole role) {
        return new ColumnUse(role, false);
    }

    @Test
    void namesThatAreWrittenAreReadAgain() {
        Random random = new Random(5);
        assertThat(Roles.names(folder, Roles.written(AWKWARD))).isEqualTo(AWKWARD);
        for (int i = 0; i < 200; i++) {
            List<String> some =
                    AWKWARD.stream().filter(name -> random.nextBoolean()).toList();
            assertThat(Roles.names(folder, Roles.written(some))).isEqualTo(some);
        }
        assertThat(Roles.written(List.of("a", "b"))).isEqualTo("a,b");
        assertThat(Roles.written(List.of("none"))).as("no word for none").isNotEqualTo(ColumnSettings.NONE);
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | LEFT_OUT | false | leftOut=load",
                "3 | INPUT | false | inputs=\"wind, m/s\"",
                "3 | TARGET | false | targets=\"wind, m/s\"",
                "4 | INPUT | true | classes=kind",
                "4 | BOTH | true | both=load,\"wind, m/s\",kind,id classes=kind",
                "1 | LEFT_OUT | false | time=none name=none leftOut=no",
                "5 | TIME | false | time=id name=none",
                "4 | NAME | false | name=kind",
                "0 | LEFT_OUT | false | ",
            })
    void aChangeIsWrittenAsBrieflyAsItCanBe(int column, ColumnRole role, boolean classes, String settings)
            throws IOException {
        Table table = mixed();
        Roles changed = Roles.of(table, ColumnSettings.FOUND).with(table, column, new ColumnUse(role, classes));
        ColumnSettings written = changed.settings(table);
        assertThat(text(written)).isEqualTo(settings == null ? "" : settings);
        assertThat(uses(Roles.ofSome(table, written))).isEqualTo(uses(changed));
    }

    private static String text(ColumnSettings settings) {
        StringBuilder text = new StringBuilder();
        Schema.of(ColumnSettings.class).fields().forEach(field -> {
            if (!field.of(settings).equals("")) {
                text.append(' ').append(field.name()).append('=').append(field.of(settings));
            }
        });
        return text.toString().strip();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyChoicesInAnyOrderAreWrittenAndReadAsTheyWereMade(int seed) throws IOException {
        Table table = mixed();
        Random random = new Random(seed);
        Roles roles = Roles.of(table, ColumnSettings.FOUND);
        for (int i = 0; i < 60; i++) {
            int column = random.nextInt(table.columns().size());
            List<ColumnUse> offered = ColumnUse.of(table.columns().get(column).kind());
            ColumnUse wanted = offered.get(random.nextInt(offered.size()));
            roles = roles.with(table, column, wanted);
            assertThat(roles.use(column)).isEqualTo(wanted);
            Roles read = Roles.ofSome(table, roles.settings(table));
            assertThat(uses(read)).isEqualTo(uses(roles));
            assertThat(read.times()).isEqualTo(roles.times());
            roles = read;
        }
    }

    @Test
    void aDateInColumnsOfItsOwnIsTimeUpToThePartThatIsChosen() throws IOException {
        List<String> lines = new ArrayList<>(List.of("year,month,day,x"));
        for (int i = 0; i < 24; i++) {
            lines.add((2020 + i / 12) + "," + (1 + i % 12) + ",15," + i * i % 5);
        }
        Table table = table(lines.toArray(String[]::new));
        Roles found = Roles.of(table, ColumnSettings.FOUND);
        assertThat(found.times()).containsExactly(0, 1, 2);
        Roles months = found.with(table, 2, use(ColumnRole.INPUT));
        assertThat(months.times()).containsExactly(0, 1);
        assertThat(months.with(table, 1, use(ColumnRole.LEFT_OUT)).times())
                .as("a year alone")
                .isEmpty();
        Roles none = found.with(table, 0, use(ColumnRole.LEFT_OUT));
        assertThat(none.times()).isEmpty();
        assertThat(none.use(1)).isEqualTo(use(ColumnRole.LEFT_OUT));
        assertThat(none.with(table, 2, use(ColumnRole.TIME)).times()).containsExactly(0, 1, 2);
    }

    @Test
    void aTimeOfDayJoinsItsDateAndAnotherDateTakesItsPlace() throws IOException {
        List<String> lines = new ArrayList<>(List.of("day,clock,due,x"));
        for (int i = 0; i < 8; i++) {
            lines.add("2021-03-" + (10 + i) + ",0" + i + ":30,2022-01-" + (10 + i) + "," + i % 3);
        }
        Table table = table(lines.toArray(String[]::new));
        Roles found = Roles.of(table, ColumnSettings.FOUND);
        assertThat(found.times()).containsExactly(0, 1);
        Roles due = found.with(table, 2, use(ColumnRole.TIME));
        assertThat(due.times()).containsExactly(2);
        assertThat(due.use(0)).isEqualTo(use(ColumnRole.LEFT_OUT));
        assertThat(due.with(table, 1, use(ColumnRole.TIME)).times()).containsExactly(2, 1);
    }

    @Test
    void whatIsOfferedFitsWhatAColumnHolds() {
        assertThat(ColumnUse.of(ColumnKind.NUMBER)).hasSize(6).noneMatch(ColumnUse::classes);
        assertThat(ColumnUse.of(ColumnKind.TIME)).containsExactly(use(ColumnRole.TIME), use(ColumnRole.LEFT_OUT));
        assertThat(ColumnUse.of(ColumnKind.WORD))
                .filteredOn(use -> use.role().isUsed())
                .hasSize(3)
                .allMatch(ColumnUse::classes);
        assertThat(ColumnUse.of(ColumnKind.EMPTY)).containsExactly(use(ColumnRole.LEFT_OUT));
    }

    @Test
    void namesWithCommasAreFoundAgainInTheirTable() throws IOException {
        Table table = table("\"a, b\",\"he said \"\"x\"\"\",c", "1,2,3", "2,9,7", "3,1,4", "9,4,1");
        Roles wanted = Roles.of(table, ColumnSettings.FOUND)
                .with(table, 0, use(ColumnRole.INPUT))
                .with(table, 1, use(ColumnRole.TARGET));
        assertThat(uses(Roles.of(table, wanted.settings(table)))).isEqualTo(uses(wanted));
    }
}
