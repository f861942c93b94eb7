package unroll.engine.experiment;

import unroll.engine.setting.Field;
import unroll.engine.setting.Schema;

/** The distinction between settings that may change in mid-run and those that may not. */
final class LiveSettings {
    private LiveSettings() {}

    /** Whether two settings records of one type are equal but for live fields, groups and choices looked into. */
    static boolean agreeElsewhere(Object one, Object other) {
        if (!one.getClass().equals(other.getClass())) {
            return false;
        }
        for (Field field : Schema.of(one).fields()) {
            Object a = field.of(one);
            Object b = field.of(other);
            boolean inside = field.isGroup() || field.isChoice();
            boolean agree = field.setting().live() || (inside ? agreeElsewhere(a, b) : a.equals(b));
            if (!agree) {
                return false;
            }
        }
        return true;
    }
}
