package unroll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OffScreenTest {
    @Test
    void whyThereAreNoPicturesEndsWithOneFullStop() {
        assertThat(OffScreen.undrawn(new IOException("the disk is full")))
                .isEqualTo("The pictures could not be drawn: the disk is full.");
        assertThat(OffScreen.undrawn(new OutOfMemoryError())).endsWith(" need less.");
        assertThat(OffScreen.undrawn(new IllegalStateException("no display. Try another one.")))
                .endsWith("Try another one.");
    }
}
