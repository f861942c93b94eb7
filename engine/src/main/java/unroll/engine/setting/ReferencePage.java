package unroll.engine.setting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All settings of a record type as a Markdown page: the third surface of the same records. */
public final class ReferencePage {
    private final StringBuilder page = new StringBuilder();

    private ReferencePage() {}

    /** The page of a record type and everything inside it. */
    public static String of(Class<?> type) {
        ReferencePage reference = new ReferencePage();
        reference
                .page
                .append("# Settings\n\nEvery setting of an experiment, as in `experiment.json`, the property sheet")
                .append(" and `unroll train --set path=value`.\n"
                        + "A setting left out takes its first value. Live settings")
                .append(" may change while a run goes on.\nFiles and folders are named from the folder of the file")
                .append(" that names them, from the working folder, or with `~/`.\n");
        reference.table(Schema.of(type).fields().stream()
                .filter(field -> !field.isGroup() && !field.isChoice())
                .map(field -> new Row(field.name(), field))
                .toList());
        reference.groups(type);
        return reference.page.toString();
    }

    /** A setting, and its path from the record whose table it stands in. */
    private record Row(String path, Field field) {}

    /** The settings of a record, with those of the groups inside it. */
    private static List<Row> rows(Class<?> type, String before) {
        return Schema.of(type).fields().stream()
                .filter(field -> !field.isChoice())
                .flatMap(field -> field.isGroup()
                        ? rows(field.type(), before + field.name() + ".").stream()
                        : Stream.of(new Row(before + field.name(), field)))
                .toList();
    }

    private void groups(Class<?> type) {
        for (Field field : Schema.of(type).fields()) {
            if (field.isGroup()) {
                title(field);
                table(rows(field.type(), ""));
            } else if (field.isChoice()) {
                title(field);
                page.append("\nFirst choice: `")
                        .append(field.setting().initial())
                        .append("`.\n");
                Map<Class<?>, Field> inner = new LinkedHashMap<>(); // several choices may have the same choice inside
                for (Class<?> chosen : Schema.choices(field.type())) {
                    choice(chosen);
                    Schema.of(chosen).fields().stream()
                            .filter(Field::isChoice)
                            .forEach(each -> inner.putIfAbsent(each.type(), each));
                }
                inner.values().forEach(this::inside);
            }
        }
    }

    /** A choice inside of choices, once. */
    private void inside(Field field) {
        title(field);
        Schema.choices(field.type()).forEach(this::choice);
    }

    private void title(Field field) {
        page.append("\n## ")
                .append(field.label())
                .append(" · `")
                .append(field.name())
                .append("`\n\n");
        page.append(field.setting().help()).append('\n');
    }

    private void choice(Class<?> type) {
        Kind kind = Schema.kind(type);
        page.append("\n### ")
                .append(kind.label())
                .append(" · `")
                .append(kind.name())
                .append("`\n\n");
        page.append(kind.help()).append('\n');
        if (!kind.formula().isEmpty()) {
            page.append("\n```\n").append(kind.formula()).append("\n```\n");
        }
        if (!kind.source().isEmpty()) {
            page.append("\nSource: ").append(kind.source()).append(".\n");
        }
        table(rows(type, ""));
    }

    private void table(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.append("\n| setting | label | first value | unit | range | live | meaning |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            Field field = row.field();
            Description setting = field.setting();
            page.append("| `")
                    .append(row.path())
                    .append("` | ")
                    .append(field.label())
                    .append(" | ");
            page.append(setting.initial().isEmpty() ? "" : "`" + setting.initial() + "`");
            page.append(" | ")
                    .append(setting.unit())
                    .append(" | ")
                    .append(range(field))
                    .append(" | ");
            page.append(setting.live() ? "live" : "")
                    .append(" | ")
                    .append(setting.help())
                    .append(" |\n");
        }
    }

    private static String range(Field field) {
        if (!field.type().isEnum()) {
            return field.range();
        }
        return Arrays.stream(field.type().getEnumConstants())
                .map(constant -> SettingsJson.text((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }
}
