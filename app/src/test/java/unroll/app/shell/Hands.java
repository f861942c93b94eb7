package unroll.app.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot that waits once after all keys of a combination, for what they do and what that leads to, where its parent waits
 * ten times: more than half of what the window's tests took.
 */
final class Hands extends FxRobot {
    private static final int ROUNDS = 2;

    @Override
    public FxRobot push(KeyCode... combination) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        List<KeyCode> upwards = new ArrayList<>(Arrays.asList(combination));
        Collections.reverse(upwards);
        keyboard.pressNoWait(combination);
        keyboard.releaseNoWait(upwards.toArray(new KeyCode[0]));
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
        return this;
    }

    @Override
    public FxRobot interact(Runnable action) {
        BenchFixture.doOnWindow(action);
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
        return this;
    }
}
