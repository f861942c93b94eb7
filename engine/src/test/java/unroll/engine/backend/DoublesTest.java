package unroll.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build's generator, on files of the test's own; what the real ones compute is held by {@link BackendContract}. */
@DisplayName("The classes for double")
class DoublesTest {
    private static Method generator;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile(@TempDir Path classes) throws Exception {
        Path source = Path.of("..", "build", "Doubles.java");
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(failed).isZero();
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        generator = loader.loadClass("Doubles").getDeclaredMethod("main", String[].class);
        generator.setAccessible(true);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        float[] x = new float[n];                | double[] x = new double[n];
        FloatKernels.sum(x) + Float.BYTES        | DoubleKernels.sum(x) + Double.BYTES
        /** Loops over float arrays. */          | /** Loops over double arrays. */
        ValueLayout.JAVA_FLOAT                   | ValueLayout.JAVA_DOUBLE
        Precision.SINGLE                         | Precision.DOUBLE
        y = (float) alpha * (float) (1 / s);     | y = alpha * (1 / s);
        s += (double) x[i] * y[i];               | s += x[i] * y[i];
        call(1f, 0.5f, 2.f, 1e-3F, 0x1p-24f);    | call(1d, 0.5d, 2.d, 1e-3d, 0x1p-24d);
        int mask = 0x1f + half + x1f;            | int mask = 0x1f + half + x1f;
        """)
    void are_the_classes_for_float_with_the_type_changed(String single, String twice) throws Exception {
        write("FloatLine", single);
        generate();
        assertThat(read("DoubleLine")).endsWith("\n" + twice + "\n");
    }

    @Test
    void say_in_which_file_they_are_to_be_changed() throws Exception {
        write("FloatLine", "class FloatLine {}");
        generate();
        assertThat(read("DoubleLine")).startsWith("// Generated: change FloatLine.java");
    }

    @Test
    void follow_when_the_class_for_float_changes_and_are_left_alone_when_it_does_not() throws Exception {
        write("FloatLine", "float y = 1 - x;");
        write("FloatOther", "float y = 1 - x;");
        generate();
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(generated("DoubleLine"), longAgo);
        Files.setLastModifiedTime(generated("DoubleOther"), longAgo);
        write("FloatLine", "float y = 1 + x;");
        generate();
        assertThat(read("DoubleLine")).contains("double y = 1 + x;");
        assertThat(Files.getLastModifiedTime(generated("DoubleOther"))).isEqualTo(longAgo);
    }

    @Test
    void vanish_with_the_class_for_float() throws Exception {
        write("FloatLine", "float x;");
        generate();
        Files.delete(source("FloatLine"));
        generate();
        assertThat(generated("DoubleLine")).doesNotExist();
    }

    @Test
    void are_not_made_where_one_is_written_by_hand_or_nothing_computes_in_float() throws Exception {
        write("FloatMath", "float tanh(float x)");
        write("DoubleMath", "double tanh(double x)");
        write("Buffer", "int rows();");
        generate();
        assertThat(generated("DoubleMath")).doesNotExist();
        assertThat(generated("Buffer")).doesNotExist();
    }

    private void generate() throws Exception {
        generator.invoke(null, (Object) new String[] {
            folder.resolve("java").toString(), folder.resolve("generated").toString()
        });
    }

    private void write(String type, String line) throws IOException {
        Files.createDirectories(source(type).getParent());
        Files.writeString(source(type), "package net;\n\n" + line + "\n");
    }

    private String read(String type) throws IOException {
        return Files.readString(generated(type));
    }

    private Path source(String type) {
        return folder.resolve("java").resolve("net").resolve(type + ".java");
    }

    private Path generated(String type) {
        return folder.resolve("generated").resolve("net").resolve(type + ".java");
    }
}
