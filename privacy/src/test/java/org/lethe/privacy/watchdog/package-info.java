@NullMarked
package org.lethe.privacy.watchdog;

import org.jspecify.annotations.NullMarked;
