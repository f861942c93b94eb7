package unroll.engine.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** An ONNX model, put together from inputs, constants, nodes and outputs; the numbers of fields are those of onnx.proto. */
final class OnnxGraph {
    /** Of ONNX 1.12 (2022), so that runtimes and converters of the last years read it. */
    private static final long OPERATORS = 17;

    /** The file format's version that goes with these operators. */
    private static final long FORMAT = 8;

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ProtobufMessage graph = new ProtobufMessage();

    /** A setting of a node. */
    record Attribute(ProtobufMessage message) {}

    static Attribute integer(String name, long value) {
        return new Attribute(
                new ProtobufMessage().text(1, name).integer(3, value).integer(20, 2));
    }

    static Attribute numbers(String name, double... values) {
        ProtobufMessage message = new ProtobufMessage().text(1, name);
        for (double value : values) {
            message.number(7, (float) value);
        }
        return new Attribute(message.integer(20, 6));
    }

    static Attribute words(String name, String... values) {
        ProtobufMessage message = new ProtobufMessage().text(1, name);
        for (String value : values) {
            message.text(9, value);
        }
        return new Attribute(message.integer(20, 8));
    }

    /** An operator with one output; an input with no name is left out. */
    void node(String operator, List<String> inputs, String output, Attribute... attributes) {
        ProtobufMessage node = new ProtobufMessage();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output + "_node").text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.message());
        }
        graph.message(1, node);
    }

    /** A constant of 32-bit numbers. */
    void numbers(String name, double[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putFloat((float) value);
        }
        constant(name, FLOAT, bytes.array(), shape);
    }

    /** A constant list of whole numbers. */
    void integers(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        constant(name, INT64, bytes.array(), values.length);
    }

    private void constant(String name, int type, byte[] numbers, long... shape) {
        ProtobufMessage tensor = new ProtobufMessage();
        for (long size : shape) {
            tensor.integer(1, size);
        }
        graph.message(5, tensor.integer(2, type).text(8, name).bytes(9, numbers));
    }

    /** @param shape sizes as digits, or names of sizes that may be any */
    void input(String name, String... shape) {
        graph.message(11, value(name, shape));
    }

    /** @param shape sizes as digits, or names of sizes that may be any */
    void output(String name, String... shape) {
        graph.message(12, value(name, shape));
    }

    private static ProtobufMessage value(String name, String... shape) {
        ProtobufMessage sizes = new ProtobufMessage();
        for (String size : shape) {
            boolean fixed = Character.isDigit(size.charAt(0));
            sizes.message(
                    1,
                    fixed
                            ? new ProtobufMessage().integer(1, Long.parseLong(size))
                            : new ProtobufMessage().text(2, size));
        }
        ProtobufMessage tensor = new ProtobufMessage().integer(1, FLOAT).message(2, sizes);
        return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, tensor));
    }

    /** The bytes of a file with this graph. */
    byte[] model(String name, String producer, String version, Map<String, String> words) {
        ProtobufMessage model = new ProtobufMessage()
                .integer(1, FORMAT)
                .text(2, producer)
                .text(3, version)
                .message(7, graph.text(2, name))
                .message(8, new ProtobufMessage().text(1, "").integer(2, OPERATORS));
        words.forEach((key, value) ->
                model.message(14, new ProtobufMessage().text(1, key).text(2, value)));
        return model.toBytes();
    }
}
