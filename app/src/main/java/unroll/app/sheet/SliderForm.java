package unroll.app.sheet;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import unroll.engine.setting.Decimal;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/**
 * The numbers of a record, each with a slider, made from its schema; it shows a value and reports edits, and changes nothing itself.
 *
 * @param <R> the record, whose numbers all have ranges
 */
public final class SliderForm<R extends Record> extends VBox {
    /** @param onEdit takes each edit */
    public SliderForm(ObservableValue<R> value, Consumer<SettingEdit<R>> onEdit) {
        getStyleClass().add("number-sliders");
        for (Field field : Schema.of(value.getValue()).fields()) {
            NumberSlider row = new NumberSlider(field, (number, held) -> {
                R after = SettingsJson.with(value.getValue(), field.name(), Decimal.text(number));
                onEdit.accept(new SettingEdit<>(field.label() + " " + SettingSlot.words(field.of(after)), after, held));
            });
            value.subscribe(now -> row.valueProperty().set(((Number) field.of(now)).doubleValue()));
            getChildren().add(row);
        }
    }
}
