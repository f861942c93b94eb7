package unroll.engine.perturb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.Gru;
import unroll.engine.model.LinearAutoregressive;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.StandardLstm;
import unroll.engine.setting.Decimal;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Perturbations as settings: their files, their ranges, and what a network leaves to choose of them. */
class PerturbationTest {
    private static final int STEPS = 7;

    /** One of each kind, none of whose numbers is its first one: what is written and read is seen. */
    static Stream<Perturbation> each() {
        return Perturbation.kinds().stream().map(kind -> {
            Perturbation other = kind;
            for (Field field : Schema.of(kind).fields()) {
                other = SettingsJson.with(other, field.name(), field.type() == String.class ? "b_o" : "2");
            }
            return other;
        });
    }

    @Test
    void thereIsOneOfEachKind() {
        assertThat(Perturbation.kinds().stream().<Class<?>>map(Object::getClass).toList())
                .containsExactly(Perturbation.class.getPermittedSubclasses())
                .contains(Pulse.class, StateNoise.class);
    }

    @ParameterizedTest
    @MethodSource("each")
    void whatIsWrittenIsReadAgain(Perturbation perturbation) {
        String json = SettingsJson.write(perturbation);
        assertThat(SettingsJson.read(Perturbation.class, json, "here")).isEqualTo(perturbation);
        assertThat(json)
                .contains("\"kind\": \"" + Schema.kind(perturbation.getClass()).name());
        assertThat(perturbation)
                .as("the planted fault: what is not written is not read")
                .isNotEqualTo(SettingsJson.read(Perturbation.class, json.replace(": 2", ": 3"), "here"));
    }

    @ParameterizedTest
    @MethodSource("each")
    void everyNumberHasARangeThatIsKeptByFilesAndByConstructorsAlike(Perturbation perturbation) {
        Schema<Perturbation> schema = Schema.of(perturbation);
        for (Field field :
                schema.fields().stream().filter(PerturbationTest::isNumber).toList()) {
            for (double edge :
                    new double[] {field.setting().min(), field.setting().max()}) {
                assertThat(field.of(SettingsJson.with(perturbation, field.name(), Decimal.text(edge))))
                        .asString()
                        .satisfies(text -> assertThat(Double.parseDouble(text)).isEqualTo(edge));
                double beyond = edge == field.setting().min() ? edge - 1 : edge + 1;
                assertThatThrownBy(() -> SettingsJson.with(perturbation, field.name(), Decimal.text(beyond)))
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContaining(field.label());
                assertThatThrownBy(() -> schema.with(perturbation, field.name(), number(field, beyond)))
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContaining(field.label());
            }
        }
    }

    private static boolean isNumber(Field field) {
        return field.type() != String.class;
    }

    private static Object number(Field field, double value) {
        if (field.type() == int.class) {
            return (int) value;
        }
        return field.type() == long.class ? (Object) (long) value : (Object) value;
    }

    static Stream<NetworkOnASequence> nets() {
        List<ModelSettings> models = List.of(new Gru(4), new StandardLstm(1), new LinearAutoregressive(2));
        return models.stream()
                .flatMap(model -> Stream.of(false, true)
                        .map(symbols -> new NetworkOnASequence(new ReferenceBackend(), model, STEPS, symbols, 0.7)));
    }

    /** Each number of each kind beyond all that a network has, then as near as there is: the sweep itself says that it is there. */
    @ParameterizedTest
    @MethodSource("nets")
    void whatIsFittedToANetworkCanBeDoneToIt(NetworkOnASequence net) {
        Subject subject = Subject.of(net.net);
        List<Perturbation> done = new ArrayList<>();
        for (Perturbation kind : Perturbation.kinds()) {
            for (Perturbation wild : List.of(kind, beyond(kind))) {
                Perturbation near = wild.in(subject);
                assertThat(near.possible(subject)).isEqualTo(kind.possible(subject));
                assertThat(near.refusal(subject).isEmpty()).isEqualTo(kind.possible(subject));
                if (kind.possible(subject)) {
                    done.add(near);
                    assertThat(net.to(near).disturbed().output()).hasDimensions(STEPS, NetworkOnASequence.OUTPUTS);
                    assertThat(near.in(subject)).isEqualTo(near);
                } else {
                    assertThatThrownBy(() -> net.to(near)).isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
        assertThat(done.stream().map(Object::getClass).distinct())
                .hasSize((subject.symbols() ? 1 : 2) + 1 + (subject.units() > 0 ? 4 : 0));
    }

    private static Perturbation beyond(Perturbation kind) {
        Perturbation wild = kind;
        for (Field field : Schema.of(kind).fields()) {
            wild = SettingsJson.with(
                    wild, field.name(), field.isWhole() ? "1000000" : field.type() == String.class ? "W_xy" : "0.5");
        }
        return wild;
    }

    @ParameterizedTest
    @MethodSource("nets")
    void oneMoreThanThereIsIsRefused(NetworkOnASequence net) {
        Subject subject = Subject.of(net.net);
        for (Perturbation kind : Perturbation.kinds()) {
            Perturbation near = kind.in(subject);
            for (Limit limit : near.possible(subject) ? near.limits(subject) : List.<Limit>of()) {
                if (limit.names().isEmpty()) {
                    assertThat(set(near, limit, limit.most()).refusal(subject)).isEmpty();
                    assertThat(set(near, limit, limit.most() + 1).refusal(subject))
                            .hasValueSatisfying(sentence -> assertThat(sentence)
                                    .contains("no " + limit.thing() + " " + (limit.most() + 1))
                                    .endsWith("has " + limit.most() + "."));
                }
            }
        }
    }

    private static Perturbation set(Perturbation perturbation, Limit limit, int value) {
        return SettingsJson.with(perturbation, limit.setting(), Integer.toString(value));
    }

    @Test
    void aNetworkNarrowsWhatThereIsToChoose() {
        Subject subject = Subject.of(new NetworkOnASequence(new ReferenceBackend(), new Gru(4), STEPS, false, 0.7).net)
                .named(List.of("x", "y", "z"));
        assertThat(ranges(new Lesion(1), subject)).containsExactly("1 to 4");
        assertThat(ranges(new HeldInput(1, 1, 1, 0), subject))
                .containsExactly("1 to 3", "1 to 7", "1 to 1000000", "-1e9 to 1e9");
        assertThat(new Pulse(1, 1, 1).fields(subject).getFirst().names()).containsExactly("x", "y", "z");
        List<Field> weight = new HeldWeight("W_h", 1, 1, 0).fields(subject);
        List<Field> bias = new HeldWeight("b_o", 1, 1, 0).fields(subject);
        assertThat(weight.getFirst().names())
                .containsExactlyElementsOf(
                        subject.parts().stream().map(part -> part.name()).toList());
        assertThat(labels(bias)).isNotEqualTo(labels(weight)).contains("Unit");
        assertThat(bias.get(1).range()).isEqualTo("1 to 1");
    }

    private static List<String> ranges(Perturbation perturbation, Subject subject) {
        return perturbation.fields(subject).stream().map(Field::range).toList();
    }

    private static List<String> labels(List<Field> fields) {
        return fields.stream().map(Field::label).toList();
    }

    @Test
    void wordsAreThoseOfPeople() {
        Subject named = new Subject(9, 2, true, 3, 2, true, List.of(), List.of(), List.of("a", "space"));
        List<Perturbation> all = List.of(
                new Pulse(1, 8, -0.5),
                new HeldInput(2, 8, 5, 1),
                new HeldSymbol(2, 1, 1),
                new HeldUnit(3, 2, 2, 0.25),
                new HeldGate("f", 3, 2, 2, 1),
                new HeldWeight("W_hh", 2, 3, 1),
                new Lesion(4),
                new StateNoise(3, 1, 0.1, 1));
        assertThat(all.stream().map(one -> one.words(named, Decimal::text)))
                .containsExactly(
                        "t 8: a \u2212 0.5",
                        "t 8\u201312: space = 1",
                        "t 1: receives space",
                        "t 2\u20133: unit 3 = 0.25",
                        "t 2\u20133: f of cell 3 = 1",
                        "W_hh 2\u21903 = 1",
                        "without unit 4",
                        "t 3: noise 0.1");
        assertThat(new HeldInput(3, 1, 1, 0).words(Subject.NONE, Decimal::text)).contains("input 3");
        assertThat(Arrays.asList(Perturbation.class.getPermittedSubclasses()))
                .as("each has words")
                .hasSameSizeAs(all);
    }

    @Test
    void itsStepAndItsUnitCanBeChangedWhereItHasThem() {
        assertThat(new HeldUnit(3, 2, 4, 1).from(9).to(5)).isEqualTo(new HeldUnit(5, 9, 4, 1));
        assertThat(new Lesion(3).from(9).to(5)).isEqualTo(new Lesion(5));
        assertThat(new Pulse(3, 2, 4).from(9).to(5)).isEqualTo(new Pulse(3, 9, 4));
    }
}
