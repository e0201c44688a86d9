export const id = 178;
export const ids = [178];
export const modules = {

/***/ 8178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   imagesOptions: () => (/* binding */ imagesOptions),
/* harmony export */   runImages: () => (/* binding */ runImages)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2527);
/* harmony import */ var _review_documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2258);
/* harmony import */ var _image_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6992);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6252);
/* harmony import */ var _policy_in_force_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6910);
/* harmony import */ var _review_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1661);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6919);







const imagesOptions = {
    config: _options_js__WEBPACK_IMPORTED_MODULE_2__/* .policyOptions */ .VJ.config,
    "no-config": _options_js__WEBPACK_IMPORTED_MODULE_2__/* .policyOptions */ .VJ["no-config"],
    "policy-clone": _options_js__WEBPACK_IMPORTED_MODULE_2__/* .policyOptions */ .VJ["policy-clone"],
    images: _options_js__WEBPACK_IMPORTED_MODULE_2__/* .imageOptions */ .c$.images,
    "insecure-registry": _options_js__WEBPACK_IMPORTED_MODULE_2__/* .imageOptions */ .c$["insecure-registry"],
    quiet: _options_js__WEBPACK_IMPORTED_MODULE_2__/* .policyOptions */ .VJ.quiet,
};
async function runImages(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .parseOptions */ .Ac)("images", args, imagesOptions);
    const inForce = await (0,_policy_in_force_js__WEBPACK_IMPORTED_MODULE_3__/* .resolvePolicy */ .nZ)(values, { appliesBaseline: false, readsImages: true });
    const { manifests, problems: missing } = await (0,_review_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .collectManifests */ .T5)(positionals, inForce);
    const problems = [...missing, ...(await (0,_review_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .findReadingProblems */ .cE)(manifests, inForce.policy))];
    const { images } = await (0,_image_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .addImages */ .e)(inForce, manifests);
    const { renderImagesFile } = await __webpack_require__.e(/* import() */ 498).then(__webpack_require__.bind(__webpack_require__, 8498));
    await (0,_streams_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .c)(renderImagesFile(images));
    const failures = [...images].flatMap(([image, answers]) => Object.entries(answers).flatMap(([platform, answer]) => {
        if ("error" in answer)
            return [{ image, platform, error: `the image: ${answer.error}` }];
        const { layersError } = answer;
        return layersError === undefined ? [] : [{ image, platform, error: `the layers of the image: ${layersError}` }];
    }));
    await (0,_review_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .remarkProblems */ .Lj)(problems.filter(({ severity }) => severity === "error" || !values.quiet));
    for (const { image, platform, error } of failures)
        await (0,_streams_js__WEBPACK_IMPORTED_MODULE_5__/* .remark */ .V)(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeLine */ .EH)(`${image} (${platform}): could not read ${error}.`)}\n`);
    return failures.length > 0 || problems.some(({ severity }) => severity === "error") ? 2 : 0;
}


/***/ })

};
