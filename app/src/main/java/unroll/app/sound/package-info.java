/** What is heard of music: {@link unroll.app.sound.Sound} while the time step runs on, by way of {@link unroll.app.sound.SoundDevices}. */
@NullMarked
package unroll.app.sound;

import org.jspecify.annotations.NullMarked;
