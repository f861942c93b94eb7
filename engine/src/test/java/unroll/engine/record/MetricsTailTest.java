package unroll.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTailTest {
    private static final String HEADER = "update,seconds,train,gradient norm,learning rate,momentum,test a,test b\n";

    @TempDir
    Path folder;

    private Standing read(String text) throws IOException {
        return MetricsTail.read(Files.writeString(folder.resolve("metrics.csv"), text));
    }

    @Test
    void aRunThatWroteNothingStandsAtItsBeginning() throws IOException {
        Standing beginning = new Standing(0, OptionalDouble.empty());
        assertThat(MetricsTail.read(folder.resolve("metrics.csv"))).isEqualTo(beginning);
        assertThat(read("")).isEqualTo(beginning);
        assertThat(read(HEADER)).isEqualTo(beginning);
        assertThat(read(HEADER + "1,0.1,0.5")).isEqualTo(beginning);
    }

    @ParameterizedTest(name = "{0} updates after the last test")
    @ValueSource(ints = {0, 1, 300, 20_000})
    void theLastUpdateAndTheNewestTestAreFoundHoweverFarBack(int since) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append("0,0.0,,,,,9.5,1.0\n");
        for (int update = 1; update <= 500 + since; update++) {
            text.append(update).append(",0.1,0.5,1.0,0.01,0.9,,\n");
            if (update == 500) {
                text.append("500,0.1,,,,,0.25,7.0\n");
            }
        }
        assertThat(read(text.toString())).isEqualTo(new Standing(500 + since, OptionalDouble.of(0.25)));
        assertThat(read(text + "99999,0.1,0.5,1.0,0.01"))
                .as("half a line")
                .isEqualTo(new Standing(500 + since, OptionalDouble.of(0.25)));
    }
}
