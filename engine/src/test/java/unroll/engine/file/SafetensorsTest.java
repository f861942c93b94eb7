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
import org.junit.jupiter.params.provider.CsvSource;
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
                "{'a':{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
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

    /** What is wrong with the header of a file of 8 bytes of numbers, each in its own words. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':{'shape':[2],'data_offsets':[0,8]}} | its header is damaged: a has no dtype",
                "{'a':{'dtype':null,'shape':[2],'data_offsets':[0,8]}} | its header is damaged: a has no dtype",
                "{'a':{'dtype':7,'shape':[2],'data_offsets':[0,8]}}"
                        + " | its header is damaged: a has 7 where a text belongs",
                "{'a':{'dtype':'F32','data_offsets':[0,8]}} | its header is damaged: a has no shape",
                "{'a':{'dtype':'F32','shape':2,'data_offsets':[0,8]}}"
                        + " | its header is damaged: a has a shape that is no list",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8]}}"
                        + " | its header is damaged: a has 1 data_offsets where two belong",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0.0,8]}}"
                        + " | its header is damaged: a has 0.0 in its data_offsets, which is no whole number",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}}"
                        + " | its header is damaged: a lies from byte -8 to 0, which is no place",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}"
                        + " | its header is damaged: a lies from byte 8 to 0, which is no place",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}"
                        + " | it is cut off: a lies up to byte 12 of the numbers, and 8 are there",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}"
                        + " | it is damaged: behind its last tensor are 4 bytes too many",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}"
                        + " | its header is damaged: a has the shape [3] in F32, but 8 bytes are kept for it",
                "{'a':{'dtype':'F32','shape':[4294967298],'data_offsets':[0,8]}}"
                        + " | its header is damaged: a has the shape [4294967298] in F32, but 8 bytes are kept for it",
                "{'a':{'dtype':'F32','shape':[-1,-2],'data_offsets':[0,8]}}"
                        + " | its header is damaged: a has the shape [-1, -2], which none has",
                "{'a':{'dtype':'F16','shape':[4],'data_offsets':[0,8]},"
                        + "'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}"
                        + " | its header is damaged: a and b share bytes",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]},"
                        + "'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}"
                        + " | its header is damaged: a and b share bytes",
                "{'a':{'dtype':'I32','shape':[1],'data_offsets':[4,8]}}"
                        + " | its header is damaged: 4 bytes before a belong to no tensor",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':0}"
                        + " | its header is damaged: it names a twice",
                "{'a':7} | its header is damaged: a is described by no type, shape and place",
                "{'__metadata__':7} | its header is damaged: __metadata__ is no list of texts by name",
                "{'__metadata__':{'x':1}} | its header is damaged: __metadata__ has 1 where a text belongs",
                "[1] | its header is damaged: it is JSON, but no object of tensors",
                "{'a' | its header is damaged: it is no JSON",
            })
    void what_is_wrong_with_a_header_is_said(String header, String complaint) throws IOException {
        Path file = foreign(header.replace('\'', '"'), 8);
        assertThatThrownBy(() -> Safetensors.read(file)).hasMessage(file + ": " + complaint);
    }

    @Test
    void a_header_that_is_no_text_is_refused_with_the_byte() throws IOException {
        byte[] bytes = Files.readAllBytes(foreign("{\"a\":{}}", 0));
        bytes[8 + 2] = (byte) 0xff;
        Path file = Files.write(folder.resolve("foreign.safetensors"), bytes);
        assertThatThrownBy(() -> Safetensors.read(file))
                .hasMessage(file + ": its header is damaged: byte 2 of it is no UTF-8");
    }

    /** 1, -2, the smallest and the largest of each type, infinity: by IEEE 754 and the definition of bfloat16. */
    @Test
    void numbers_of_16_bits_are_read_exactly() throws IOException {
        Path file = foreign(
                "{\"f\":{\"dtype\":\"F16\",\"shape\":[5],\"data_offsets\":[0,10]},"
                        + "\"b\":{\"dtype\":\"BF16\",\"shape\":[5],\"data_offsets\":[10,20]}}",
                20);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer numbers = ByteBuffer.wrap(bytes, bytes.length - 20, 20).order(ByteOrder.LITTLE_ENDIAN);
        for (int bits : new int[] {0x3c00, 0xc000, 0x0001, 0x7bff, 0x7c00, 0x3f80, 0xc000, 0x0080, 0x7f7f, 0x7f80}) {
            numbers.putShort((short) bits);
        }
        Files.write(file, bytes);
        Map<String, Tensor> tensors = Safetensors.read(file).tensors();
        assertThat(tensors.values())
                .allSatisfy(tensor -> assertThat(tensor.precision()).isEqualTo(Precision.SINGLE));
        assertThat(numbers(tensors, "f"))
                .containsExactly(1, -2, Math.scalb(1.0, -24), 65_504, Double.POSITIVE_INFINITY);
        assertThat(numbers(tensors, "b"))
                .containsExactly(1, -2, Math.scalb(1.0, -126), Math.scalb(255 / 128.0, 127), Double.POSITIVE_INFINITY);
    }

    private static double[] numbers(Map<String, Tensor> tensors, String name) {
        return tensors.getOrDefault(name, new Tensor(Precision.SINGLE, List.of(), new double[0]))
                .numbers();
    }

    @Test
    void a_tensor_of_another_type_is_told_and_refuses_nothing() throws IOException {
        Path file = foreign(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]},"
                        + "\"count\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
                        + "\"new\":{\"dtype\":\"F4\",\"shape\":[3],\"data_offsets\":[16,18]}}",
                18);
        Safetensors.Content content = Safetensors.read(file);
        assertThat(content.tensors()).containsOnlyKeys("a");
        assertThat(content.others()).isEqualTo(Map.of("count", "I64", "new", "F4"));
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
