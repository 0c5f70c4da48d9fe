/** The rules that hold for every module. */
@NullMarked
package org.lethe.house;

import org.jspecify.annotations.NullMarked;
