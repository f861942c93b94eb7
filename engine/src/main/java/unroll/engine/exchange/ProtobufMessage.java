package unroll.engine.exchange;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protobuf message in memory, to which fields are added one by one. */
final class ProtobufMessage {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private interface FieldWriter {
        void write() throws IOException;
    }

    ProtobufMessage integer(int field, long value) {
        return add(() -> out.writeInt64(field, value));
    }

    ProtobufMessage number(int field, float value) {
        return add(() -> out.writeFloat(field, value));
    }

    ProtobufMessage text(int field, String value) {
        return add(() -> out.writeString(field, value));
    }

    ProtobufMessage bytes(int field, byte[] value) {
        return add(() -> out.writeByteArray(field, value));
    }

    ProtobufMessage message(int field, ProtobufMessage value) {
        return bytes(field, value.toBytes());
    }

    byte[] toBytes() {
        add(out::flush);
        return bytes.toByteArray();
    }

    private ProtobufMessage add(FieldWriter field) {
        try {
            field.write();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return this;
    }
}
