package unroll.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Precision;

class SafetensorsTest {
    @TempDir
    Path folder;

    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new TreeMap<>();
        tensors.put("W_hh", new Tensor(Precision.SINGLE, List.of(2, 3), new double[] {1, -2, 0.5f, 1e-30f, 3e38f, 0}));
        tensors.put(
                "velocity",
                new Tensor(Precision.DOUBLE, List.of(3), new double[] {Math.PI, -1e-300, Double.MAX_VALUE}));
        tensors.put("empty", new Tensor(Precision.DOUBLE, List.of(0, 4), new double[0]));
        tensors.put("grüße \"ß\"", new Tensor(Precision.SINGLE, List.of(), new double[] {7}));
        return tensors;
    }

    private Path written() throws IOException {
        Path file = folder.resolve("numbers.safetensors");
        Files.write(file, Safetensors.encode(new Safetensors.Content(Map.of("update", "17"), tensors())));
        return file;
    }

    @Test
    void what_is_written_is_read_back_to_the_bit() throws IOException {
        Safetensors.Content content = Safetensors.read(written());
        assertThat(content.metadata()).isEqualTo(Map.of("update", "17"));
        assertThat(content.tensors().keySet()).isEqualTo(tensors().keySet());
        tensors().forEach((name, tensor) -> {
            Tensor read = content.tensors().getOrDefault(name, new Tensor(Precision.SINGLE, List.of(), new double[0]));
            assertThat(read.precision()).isEqualTo(tensor.precision());
            assertThat(read.shape()).isEqualTo(tensor.shape());
            assertThat(read.numbers()).containsExactly(tensor.numbers());
        });
    }

    /**
     * Reads by the format's description alone: 8 bytes little-endian N, N bytes of JSON that begin with a brace, then the
     * buffer; offsets are relative to the buffer, which the tensors fill with no holes.
     */
    @Test
    void a_reader_that_knows_only_the_format_finds_the_same_numbers() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(written())).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.getLong();
        byte[] head = new byte[(int) length];
        file.get(head);
        assertThat(head[0]).isEqualTo((byte) '{');
        JsonObject header =
                JsonParser.parseString(new String(head, StandardCharsets.UTF_8)).getAsJsonObject();
        ByteBuffer buffer = file.slice().order(ByteOrder.LITTLE_ENDIAN);
        TreeMap<Long, Long> ranges = new TreeMap<>();
        for (String name : header.keySet()) {
            JsonObject entry = header.getAsJsonObject(name);
            if (name.equals("__metadata__")) {
                entry.entrySet()
                        .forEach(pair -> assertThat(
                                        pair.getValue().getAsJsonPrimitive().isString())
                                .isTrue());
                continue;
            }
            JsonArray offsets = entry.getAsJsonArray("data_offsets");
            long from = offsets.get(0).getAsLong();
            long to = offsets.get(1).getAsLong();
            if (to > from) {
                ranges.put(from, to);
            }
            check(name, entry, buffer, (int) from, (int) to);
        }
        long end = 0;
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            assertThat(range.getKey()).as("no hole").isEqualTo(end);
            end = range.getValue();
        }
        assertThat(end).isEqualTo(buffer.capacity());
        assertThat(8 + length).as("numbers are aligned").isEqualTo((8 + length) / 8 * 8);
    }

    private static void check(String name, JsonObject entry, ByteBuffer buffer, int from, int to) {
        Tensor tensor = tensors().getOrDefault(name, new Tensor(Precision.SINGLE, List.of(), new double[0]));
        boolean single = entry.get("dtype").getAsString().equals("F32");
        assertThat(single || entry.get("dtype").getAsString().equals("F64")).isTrue();
        assertThat(single).isEqualTo(tensor.precision() == Precision.SINGLE);
        long size = 1;
        JsonArray shape = entry.getAsJsonArray("shape");
        for (int i = 0; i < shape.size(); i++) {
            size *= shape.get(i).getAsLong();
            assertThat(shape.get(i).getAsInt()).isEqualTo(tensor.shape().get(i));
        }
        int width = single ? 4 : 8;
        assertThat((long) to - from).isEqualTo(size * width);
        for (int i = 0; i < size; i++) {
            double number = single ? buffer.getFloat(from + i * width) : buffer.getDouble(from + i * width);
            assertThat(number).isEqualTo(tensor.numbers()[i]);
        }
    }

    @Test
    void a_file_of_another_program_needs_no_checksum() throws IOException {
        Path file = foreign("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8);
        Tensor a = Safetensors.read(file).tensors().values().iterator().next();
        assertThat(a.numbers()).containsExactly(0, 0);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":null,\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1,-2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536,4],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"x\"],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.0001],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"2\"],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[[2]],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967298],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"a\":7}",
                "{\"__metadata__\":7}",
                "[1]",
                "{\"a\""
            })
    void a_header_that_makes_no_sense_is_refused_with_the_file(String header) throws IOException {
        Path file = foreign(header, 8);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(FileException.class)
                .hasMessageStartingWith(file.toString())
                .message()
                .doesNotContain("\n");
    }

    private Path foreign(String header, int numbers) throws IOException {
        byte[] head = header.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[8 + head.length + numbers];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(head.length)
                .put(head);
        return Files.write(folder.resolve("foreign.safetensors"), bytes);
    }
}
