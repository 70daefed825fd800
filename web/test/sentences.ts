/** Tests begin with all sentences there, as every screen does. */
import { learn } from "../src/messages";
import { en } from "../src/messages/en/index";

learn(en);
