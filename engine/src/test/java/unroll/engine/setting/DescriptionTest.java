package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** What several records have is described once, and each may deviate. */
class DescriptionTest {
    @Setting(label = "Wheels", help = "How many.", initial = "4", unit = "pieces", min = 1, max = 8, live = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Wheels {
        String help() default "";

        String initial() default "3";

        double max() default 6;
    }

    @Setting(label = "Seats", help = "How many.", initial = "2")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Seats {
        String colour() default "";
    }

    @Setting(label = "Doors", help = "How many.", initial = "2")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Doors {
        int min() default 1;
    }

    record Tricycle(@Wheels int wheels) {}

    record Lorry(
            @Wheels(help = "More carry more.", initial = "6", max = 8)
            int wheels) {}

    private static Description wheels(Class<?> vehicle) {
        return Schema.of(vehicle).field("wheels").setting();
    }

    @Test
    void an_annotation_that_carries_a_setting_describes_as_the_setting_itself_does() {
        record Plain(
                @Setting(
                        label = "Wheels",
                        help = "How many.",
                        initial = "3",
                        unit = "pieces",
                        min = 1,
                        max = 6,
                        live = true)
                int wheels) {}
        assertThat(wheels(Tricycle.class)).isEqualTo(wheels(Plain.class));
        assertThat(Schema.of(Tricycle.class).initial()).isEqualTo(new Tricycle(3));
    }

    @Test
    void where_a_record_deviates_the_annotations_attributes_replace_the_settings() {
        assertThat(wheels(Lorry.class))
                .isEqualTo(new Description(
                        "Wheels", "More carry more.", "6", "pieces", "", 1, 8, 0, Double.NaN, Double.NaN, true));
        assertThat(Schema.of(Lorry.class).initial()).isEqualTo(new Lorry(6));
        assertThatThrownBy(() -> SettingsJson.read(Tricycle.class, "{\"wheels\": 7}", "test"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Wheels is 7 but must be 1 to 6");
    }

    @Test
    void a_component_is_described_exactly_once() {
        record Twice(
                @Wheels @Setting(label = "Wheels", help = "How many.", initial = "4")
                int wheels) {}
        assertThatThrownBy(() -> Schema.of(Twice.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wheels 2 times");
    }

    @Test
    void an_attribute_that_no_setting_has_or_of_another_type_is_a_fault_of_the_program() {
        record Bus(@Seats int seats) {}
        record Taxi(@Doors int doors) {}
        assertThatThrownBy(() -> Schema.of(Bus.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> Schema.of(Taxi.class)).isInstanceOf(ClassCastException.class);
    }
}
