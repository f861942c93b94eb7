package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private final Schema<Garden> schema = Schema.of(Garden.class);

    @Test
    void fieldsStandInTheOrderOfTheRecord() {
        assertThat(schema.fields())
                .extracting(Field::name)
                .containsExactly("name", "beds", "seed", "rain", "fenced", "season", "water", "shed", "tree");
    }

    @Test
    void aFieldKnowsWhatItIs() {
        assertThat(schema.field("shed").isGroup()).isTrue();
        assertThat(schema.field("water").isGroup()).isFalse();
        assertThat(schema.field("tree").isChoice()).isTrue();
        assertThat(schema.field("season").isChoice()).isFalse();
        assertThat(schema.field("seed").isWhole()).isTrue();
        assertThat(schema.field("rain").isWhole()).isFalse();
        assertThat(schema.field("beds").of(Garden.initial())).isEqualTo(3);
        assertThatThrownBy(() -> schema.field("bedz")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rangesAreWrittenAsAPersonWould() {
        assertThat(schema.field("beds").range()).isEqualTo("1 to 8");
        assertThat(schema.field("rain").range()).isEqualTo("at least 0");
        assertThat(schema.field("seed").range()).isEmpty();
    }

    @Test
    void aChoiceListsItsRecordsInOrder() {
        assertThat(Schema.choices(Garden.Tree.class)).containsExactly(Garden.Apple.class, Garden.Pear.class);
        assertThat(Schema.kind(Garden.Pear.class).name()).isEqualTo("pear");
        assertThatThrownBy(() -> Schema.kind(Garden.Shed.class)).hasMessageContaining("carries no @Kind");
    }

    sealed interface Shape permits Dot, Polygon, Circle {}

    sealed interface Polygon extends Shape permits Triangle, Square {}

    record Dot() implements Shape {}

    record Triangle() implements Polygon {}

    record Square() implements Polygon {}

    record Circle() implements Shape {}

    @Test
    void aChoiceInsideAChoiceListsItsRecordsInItsPlace() {
        assertThat(Schema.choices(Shape.class)).containsExactly(Dot.class, Triangle.class, Square.class, Circle.class);
    }

    @Test
    void lessCanBeOfferedThanARecordAllows() {
        Field fewer = schema.field("season").among(List.of("winter"));
        assertThat(fewer.names()).containsExactly("winter");
        assertThat(fewer.setting()).isEqualTo(schema.field("season").setting());
    }

    @Test
    void aCopyDiffersInOneField() {
        Garden garden = Garden.initial();
        Garden changed = schema.with(garden, "beds", 4);
        assertThat(changed.beds()).isEqualTo(4);
        assertThat(schema.with(changed, "beds", 3)).isEqualTo(garden);
    }

    @Test
    void aComponentThatIsNotDescribedIsAFaultOfTheProgram() {
        record Mute(int number) {}
        assertThatThrownBy(() -> Schema.of(Mute.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number");
    }
}
