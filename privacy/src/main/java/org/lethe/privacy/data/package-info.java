/** The types that personal data has in memory: bounded, checked, and silent when printed. */
@NullMarked
package org.lethe.privacy.data;

import org.jspecify.annotations.NullMarked;
