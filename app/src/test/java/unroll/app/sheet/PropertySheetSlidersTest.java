package unroll.app.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.Nesterov;
import unroll.engine.setting.SettingsJson;

/** Sliders beside numbers, and plans over the updates. */
class PropertySheetSlidersTest extends PropertySheetBench {
    private Slider slider(String name) {
        return robot.from(sheet)
                .lookup((Node node) -> node instanceof Slider && name.equals(node.getAccessibleText()))
                .query();
    }

    /** Drags a slider over these shares of its way, and lets it go. */
    private void drag(String name, double... shares) {
        Slider slider = slider(name);
        robot.interact(() -> {
            slider.setValueChanging(true);
            for (double share : shares) {
                slider.setValue(share);
            }
            slider.setValueChanging(false);
        });
    }

    @Test
    void aSliderActsWhileItIsDraggedAndIsOneEdit() {
        robot.interact(() ->
                sheet.valueProperty().set(SettingsJson.with(Examples.first(), "optimiser.learningRate", "0.001")));
        drag("Learning rate", 0.25, 0.5, 0.75); // of the factors from 1e-5 to 10
        assertThat(edits)
                .extracting(SettingEdit::held, edit -> learningRate(edit.after()))
                .containsExactly(tuple(true, 3.2e-4), tuple(true, 0.01), tuple(true, 0.32), tuple(false, 0.32));
        assertThat(edits.getLast().name()).isEqualTo("Learning rate 0.001 \u2192 0.32");
        assertThat(field("Learning rate").getText()).isEqualTo("0.32");
    }

    @Test
    void unitsHaveASliderOfWholeNumbersAndArrowKeysMoveItByOneAtLeast() {
        drag("Hidden units", 0.5);
        assertThat(edits.getLast().name()).endsWith("\u2192 45"); // the root of 2 times 1000, to two figures
        edits.clear();
        robot.interact(() -> sheet.valueProperty().set(SettingsJson.with(Examples.first(), "model.hidden", "3")));
        robot.interact(() -> slider("Hidden units").requestFocus());
        robot.push(KeyCode.RIGHT);
        assertThat(edits).extracting(SettingEdit::name).containsExactly("Hidden units 3 \u2192 4");
    }

    @Test
    void ofAPlanTheValueThatHoldsNowIsShownAndWhatIsTypedStays() {
        robot.interact(() -> {
            sheet.valueProperty()
                    .set(SettingsJson.with(Examples.first(), "optimiser.learningRate", "0: 0.0001, 533: 50"));
            sheet.updateProperty().set(532);
        });
        assertThat(field("Learning rate").getText()).isEqualTo("0.0001");
        robot.interact(() -> sheet.updateProperty().set(533));
        assertThat(field("Learning rate").getText()).isEqualTo("50");
        robot.interact(() -> {
            field("Learning rate").requestFocus();
            field("Learning rate").setText("3");
            sheet.updateProperty().set(600);
        });
        assertThat(field("Learning rate").getText()).isEqualTo("3");
        robot.push(KeyCode.ENTER);
        assertThat(edits).extracting(SettingEdit::name).containsExactly("Learning rate 50 \u2192 3");
    }

    @Test
    void theWholePlanIsBehindAButtonAndCanBeChangedThere() {
        robot.interact(() -> sheet.valueProperty()
                .set(SettingsJson.with(Examples.first(), "optimiser.learningRate", "0: 0.1, 533: 50")));
        ButtonBase plan = robot.from(sheet)
                .lookup((Node node) -> node instanceof ButtonBase button
                        && node.isVisible()
                        && button.getTooltip() != null
                        && button.getTooltip().getText().endsWith("0: 0.1, 533: 50"))
                .query();
        robot.interact(plan::fire);
        TextField all = robot.lookup((Node node) -> "Plan of Learning rate".equals(node.getAccessibleText()))
                .query();
        assertThat(all.getText()).isEqualTo("0: 0.1, 533: 50");
        robot.interact(() -> all.setText("0: 0.1, 700: 0.2"));
        robot.push(KeyCode.ENTER);
        assertThat(edits.getLast().name()).isEqualTo("Learning rate 0: 0.1, 533: 50 \u2192 0: 0.1, 700: 0.2");
        assertThat(seenOnWindow(plan::isVisible)).isTrue();
        robot.interact(() -> Window.getWindows().stream()
                .filter(Popover.class::isInstance)
                .toList()
                .forEach(Window::hide));
    }

    private static double learningRate(Experiment experiment) {
        return ((Nesterov) experiment.optimiser()).learningRate().at(0);
    }
}
