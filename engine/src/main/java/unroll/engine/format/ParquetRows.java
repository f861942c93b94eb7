package unroll.engine.format;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.SchemaNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.engine.table.CellSink;
import unroll.engine.table.CellSource;

/** The cells of a Parquet file. */
final class ParquetRows implements CellSource {
    private final ParquetFileReader reader;
    private final List<SchemaNode.PrimitiveNode> columns;

    ParquetRows(ParquetFileReader reader, List<SchemaNode.PrimitiveNode> columns) {
        this.reader = reader;
        this.columns = columns;
    }

    @Override
    public Optional<List<String>> names() {
        return Optional.of(columns.stream().map(SchemaNode.PrimitiveNode::name).toList());
    }

    @Override
    public void read(CellSink sink) {
        String[] names = names().orElseThrow().toArray(String[]::new);
        try (RowReader rows = reader.buildRowReader()
                .projection(ColumnProjection.columns(names))
                .build()) {
            int[] fields = new int[names.length];
            for (int i = 0; i < names.length; i++) {
                fields[i] = List.of(names).indexOf(rows.getFieldName(i));
            }
            long line = 0;
            while (rows.hasNext()) {
                rows.next();
                for (int i = 0; i < names.length; i++) {
                    sink.cell(text(rows.getValue(fields[i]), columns.get(i)));
                }
                if (!sink.row(++line)) {
                    return;
                }
            }
        }
    }

    private static String text(@Nullable Object value, SchemaNode.PrimitiveNode column) {
        if (value == null) {
            return "NaN";
        }
        boolean unsigned = column.logicalType() instanceof LogicalType.IntType type && !type.isSigned();
        String text = switch (value) {
            case null -> "";
            case Float number -> Double.toString(number);
            case Long number when unsigned -> Long.toUnsignedString(number);
            case Integer number when unsigned -> Integer.toUnsignedString(number);
            case Boolean yes -> yes ? "1" : "0";
            case BigDecimal number -> number.toPlainString();
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> value.toString();
        };
        return text.isEmpty() ? "NaN" : text;
    }
}
