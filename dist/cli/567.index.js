export const id = 567;
export const ids = [567];
export const modules = {

 4948:
 ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   fits: () => ( fits),
   isWanted: () => ( isWanted)
 });
 var minimatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3891);

const options = { dot: true, nocomment: true, nonegate: true };
function fits(file, glob) {
	return (0,minimatch__WEBPACK_IMPORTED_MODULE_0__ .xF)(file, glob, options);
}
function isWanted(file, globs) {
	return globs.reduce((wanted, glob) => {
		if (glob.startsWith("!"))
			return wanted && !fits(file, glob.slice(1));
		return wanted || fits(file, glob);
	}, false);
}


 })

};
