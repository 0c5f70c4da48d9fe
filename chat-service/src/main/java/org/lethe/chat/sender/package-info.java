/** Where somebody who has no visit comes from: address and host name, found as presence does. */
@NullMarked
package org.lethe.chat.sender;

import org.jspecify.annotations.NullMarked;
