package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;

/** Months are known by the names that people of many languages give them. */
class MonthNamesTest {
    @TempDir
    private Path folder;

    private TextTables texts;

    @BeforeEach
    void setUp() {
        texts = new TextTables(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jan Feb M\u00E4r Apr Mai Jun Jul Aug Sep Okt Nov Dez",
                "Januar Februar M\u00E4rz April Mai Juni Juli August September Oktober November Dezember",
                "J\u00E4nner Februar Mrz Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
                "janv. f\u00E9vr. mars avr. mai juin juil. ao\u00FBt sept. oct. nov. d\u00E9c.",
                "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
                "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
                "ene feb mar abr may jun jul ago sep oct nov dic",
                "gen feb mar apr mag giu lug ago set ott nov dic",
                "jan fev mar abr mai jun jul ago set out nov dez",
                "jan feb mrt apr mei jun jul aug sep okt nov dec",
                "januari februari mars april maj juni juli augusti september oktober november december",
                "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
                "sty lut mar kwi maj cze lip sie wrz pa\u017A lis gru",
                "ledna \u00FAnora b\u0159ezna dubna kv\u011Btna \u010Dervna \u010Dervence srpna z\u00E1\u0159\u00ED"
                        + " \u0159\u00EDjna listopadu prosince",
                "tammikuu helmikuu maaliskuu huhtikuu toukokuu kes\u00E4kuu hein\u00E4kuu elokuu syyskuu lokakuu"
                        + " marraskuu joulukuu",
                "Oca \u015Eub Mar Nis May Haz Tem A\u011Fu Eyl Eki Kas Ara",
                "\u044F\u043D\u0432\u0430\u0440\u044F \u0444\u0435\u0432\u0440\u0430\u043B\u044F"
                    + " \u043C\u0430\u0440\u0442\u0430 \u0430\u043F\u0440\u0435\u043B\u044F \u043C\u0430\u044F"
                    + " \u0438\u044E\u043D\u044F \u0438\u044E\u043B\u044F \u0430\u0432\u0433\u0443\u0441\u0442\u0430"
                    + " \u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F \u043E\u043A\u0442\u044F\u0431\u0440\u044F"
                    + " \u043D\u043E\u044F\u0431\u0440\u044F \u0434\u0435\u043A\u0430\u0431\u0440\u044F",
                "\u044F\u043D\u0432 \u0444\u0435\u0432 \u043C\u0430\u0440 \u0430\u043F\u0440 \u043C\u0430\u0439"
                    + " \u0438\u044E\u043D \u0438\u044E\u043B \u0430\u0432\u0433 \u0441\u0435\u043D \u043E\u043A\u0442"
                    + " \u043D\u043E\u044F \u0434\u0435\u043A",
                "jan. febr. m\u00E1rc. \u00E1pr. m\u00E1j. j\u00FAn. j\u00FAl. aug. szept. okt. nov. dec."
            })
    void inManyLanguages(String names) throws IOException {
        String[] months = names.split(" ", -1);
        for (String form : new String[] {"MONTH 2010", "5. MONTH 2010", "05-MONTH-10", "MONTH-10", "2010 MONTH"}) {
            Table table = texts.read("when;x@"
                    + IntStream.range(0, 12)
                            .mapToObj(i -> form.replace("MONTH", months[i]) + ";" + i * i % 7)
                            .collect(Collectors.joining("@")));
            assertThat(table.columns().getFirst().kind()).as(form).isEqualTo(ColumnKind.TIME);
            for (int i = 0; i < 12; i++) {
                assertThat(TextTables.time(table.columns().getFirst(), i))
                        .as("%s of %s", form, months[i])
                        .startsWith(String.format("2010-%02d-%s", i + 1, form.contains("5") ? "05" : "01"));
            }
        }
    }

    @Test
    void spanishDatesHaveWordsBetween() throws IOException {
        Table table = texts.read("d;x@1 de enero de 2021;1@2 de enero de 2021;2@3 de febrero de 2021;4");
        assertThat(TextTables.time(table.columns().getFirst(), 2)).startsWith("2021-02-03");
    }

    @Test
    void otherWordsAreNoMonths() throws IOException {
        Table table = texts.read("d;x@Okto 2021;1@Nova 2021;2@Deza 2021;4");
        assertThat(table.columns().getFirst().kind()).isEqualTo(ColumnKind.WORD);
    }
}
