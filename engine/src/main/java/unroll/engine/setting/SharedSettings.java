package unroll.engine.setting;

/** What two records of one choice have in common: settings of the same name and type. */
public final class SharedSettings {
    private SharedSettings() {}

    /**
     * Settings in which a choice was changed, with what the new record has in common with the one before: the learning rate, when
     * the optimiser is changed. A value that the new record does not allow is left as it is.
     *
     * @param path of the choice; empty where {@code settings} is itself the new record
     * @param before the record that was chosen before
     */
    public static <R> R keep(R settings, String path, Record before) {
        R kept = settings;
        Schema<Record> old = Schema.of(before);
        Object changed = path.isEmpty() ? settings : SettingsList.at(settings, path);
        for (Field field : Schema.of(changed).fields()) {
            boolean shared =
                    old.fields().stream().anyMatch(f -> f.name().equals(field.name()) && f.type() == field.type());
            if (shared && !field.isChoice() && !field.isGroup()) {
                String text = SettingsList.text(old.field(field.name()).of(before));
                kept = keepIfAllowed(kept, path.isEmpty() ? field.name() : path + "." + field.name(), text);
            }
        }
        return kept;
    }

    private static <R> R keepIfAllowed(R settings, String path, String text) {
        try {
            return SettingsJson.with(settings, path, text);
        } catch (SettingsException outOfRange) {
            return settings;
        }
    }
}
