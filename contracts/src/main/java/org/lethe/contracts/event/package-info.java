/** What happened, told without personal data, and its wire form. */
@NullMarked
package org.lethe.contracts.event;

import org.jspecify.annotations.NullMarked;
