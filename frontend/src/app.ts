// Samenspel works without scripts; these few lines only make it smoother.
import { focusErrors } from "./focus-errors";
import { closeMenus } from "./menus";
import { submitWithKeys } from "./submit-keys";

submitWithKeys();
closeMenus();
focusErrors();
