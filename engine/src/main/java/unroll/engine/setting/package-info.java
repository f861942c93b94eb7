/**
 * One record, four surfaces: settings are plain records whose components carry a {@link Setting}; {@link Schema} reads
 * them, {@link SettingsJson} is their file form, and command line, property sheet and reference page are made from the
 * same schema.
 */
@NullMarked
package unroll.engine.setting;

import org.jspecify.annotations.NullMarked;
