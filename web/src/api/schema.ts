// Made by `make api` from the server's description, sha256 6287528c17bb7f1b91600019dae565e0b29f57c233e020a3850364c7783f3ff2. Do not edit.

export interface paths {
    "/api/acts/adjudication.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAdjudicationRemove
         * @description Take back what was decided about a place, with what was agreed there; how many agreed codings went.
         */
        post: operations["post_adjudication_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/analysis.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnalysisAdd
         * @description Begin an analysis; its method family decides which numbers are offered.
         */
        post: operations["post_analysis_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/analysis.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnalysisChange
         * @description Change the name, the question or the method family of an analysis; what is not given stays.
         */
        post: operations["post_analysis_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/analysis.core": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnalysisCore
         * @description Choose the core category of an analysis, to which the others are related; None: it has none.
         */
        post: operations["post_analysis_core"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/analysis.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnalysisRemove
         * @description Remove an analysis with its themes, their evidence and lineage; how many of each kind went.
         */
        post: operations["post_analysis_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/answer.give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnswerGive
         * @description Write down what a participant answered to an item of a questionnaire; whether that is new.
         */
        post: operations["post_answer_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/answer.give_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnswerGiveMany
         * @description Write down many answers, all or none; how many are new or changed. Of two to the same item the last counts.
         */
        post: operations["post_answer_give_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/answer.take_back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnswerTakeBack
         * @description Take answers away that were written down by mistake, as if nothing were known of them; how many there were.
         */
        post: operations["post_answer_take_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/attribute.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAttributeAdd
         * @description Add a variable of cases, participants, interviews or sources.
         */
        post: operations["post_attribute_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/attribute.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAttributeChange
         * @description Change a variable; what is not given stays. Its values must fit what it becomes.
         */
        post: operations["post_attribute_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/attribute.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAttributeRemove
         * @description Remove a variable with its values; how many of each kind went.
         */
        post: operations["post_attribute_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/attribute.rename_option": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAttributeRenameOption
         * @description Write an option another way, in the list and in every value; how many values have it.
         */
        post: operations["post_attribute_rename_option"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/attribute.set_values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAttributeSetValues
         * @description Set the values of many subjects at once; an empty one takes the value away. All of them, or none.
         */
        post: operations["post_attribute_set_values"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/case.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCaseAdd
         * @description Add a case, behind the others.
         */
        post: operations["post_case_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/case.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCaseChange
         * @description Change the code, the name or the description of a case; what is not given stays.
         */
        post: operations["post_case_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/case.merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCaseMerge
         * @description Merge a case into another: everything of the first counts for the second.
         */
        post: operations["post_case_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/case.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCaseOrder
         * @description Put cases in this order in every table; those not named follow as they stood.
         */
        post: operations["post_case_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/case.part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCasePart
         * @description Take a merge back: the case stands alone again.
         */
        post: operations["post_case_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/case.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCaseRemove
         * @description Remove cases with their attributes, targets and recruitment log; how many of each kind went.
         */
        post: operations["post_case_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/claim.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostClaimChange
         * @description Change a claim; what is not given stays. An empty analysis or theme takes it out of that.
         */
        post: operations["post_claim_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/claim.look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostClaimLook
         * @description Say that you have looked at claims as they stand: what changes from here on is told as change.
         */
        post: operations["post_claim_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/claim.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostClaimOrder
         * @description Put these claims first, in this order; the others follow as they stood.
         */
        post: operations["post_claim_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/claim.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostClaimRemove
         * @description Take claims out of the findings, with the looks at them.
         */
        post: operations["post_claim_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/claim.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostClaimWrite
         * @description Write down a sentence of the findings, with what it says of how many.
         */
        post: operations["post_claim_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeAdd
         * @description Add a code to the codebook, at the top or under another.
         */
        post: operations["post_code_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.colour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeColour
         * @description Give a code a colour, `#rrggbb`.
         */
        post: operations["post_code_colour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.define": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeDefine
         * @description Say what a code means, what it takes in and leaves out; earlier definitions stay in its history.
         */
        post: operations["post_code_define"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeMerge
         * @description Merge a code into another; how many codings are read under the other now.
         */
        post: operations["post_code_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeMove
         * @description Put a code under another, or at the top.
         */
        post: operations["post_code_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeOrder
         * @description Put codes in this order under another, or at the top; those not named follow as they stood.
         */
        post: operations["post_code_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodePart
         * @description Take a merge back, as a new act: the code stands on its own again.
         */
        post: operations["post_code_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeRemove
         * @description Remove a code with its codings; codes under it move up. How many of each kind went.
         */
        post: operations["post_code_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeRename
         * @description Give a code another label; its codings stay.
         */
        post: operations["post_code_rename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeRetire
         * @description Keep a code with its codings, but no longer offer it; or offer it again.
         */
        post: operations["post_code_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeSplit
         * @description Make a new code beside one, or `under` it, and give it the codings chosen.
         */
        post: operations["post_code_split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/code.take_up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodeTakeUp
         * @description Take a code up as an analytical category, or no longer.
         */
        post: operations["post_code_take_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingAccept
         * @description Accept codings made by a rule, as the acting member; how many were unreviewed.
         */
        post: operations["post_coding_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingApply
         * @description Put a code on a stretch of a source, or (without a span) on the whole of it.
         */
        post: operations["post_coding_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.apply_all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingApplyAll
         * @description Put codes on many places in one act; how many were new. What is coded so already is left as it is.
         */
        post: operations["post_coding_apply_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.apply_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingApplyMany
         * @description Put one code on many places in one act; how many were new.
         */
        post: operations["post_coding_apply_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.by_rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingByRule
         * @description Put a code on every place of a plan, unreviewed; places that the member coded so already stay as they are.
         */
        post: operations["post_coding_by_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingComment
         * @description Say something about a coding.
         */
        post: operations["post_coding_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.in_vivo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingInVivo
         * @description Make a code of the participant's own words and put it on them; the coding.
         */
        post: operations["post_coding_in_vivo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.recode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingRecode
         * @description Give codings another code; one that this would make twice is removed.
         */
        post: operations["post_coding_recode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingRemove
         * @description Remove codings, with what rests on them; how many of each kind went.
         */
        post: operations["post_coding_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.resize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingResize
         * @description Make a coding cover another stretch of its source.
         */
        post: operations["post_coding_resize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.stance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingStance
         * @description Say whether the passage says that it is so, or that it is not.
         */
        post: operations["post_coding_stance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/coding.weigh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodingWeigh
         * @description Give a coding a weight from 1 to 100, or none (0).
         */
        post: operations["post_coding_weigh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/comparison.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostComparisonChange
         * @description Decide otherwise, or write the reason anew; a new decision is carried out, what an earlier one made stays.
         */
        post: operations["post_comparison_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/comparison.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostComparisonDecide
         * @description Record that two things were compared and what was decided, and do what was decided.
         */
        post: operations["post_comparison_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/comparison.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostComparisonRemove
         * @description Remove a comparison; how many of each kind went. What it decided (a property, codes) stays.
         */
        post: operations["post_comparison_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/condition.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConditionAdd
         * @description Add a condition, or the outcome, to a configurational analysis.
         */
        post: operations["post_condition_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/condition.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConditionChange
         * @description Change a condition or its anchors; what is not given stays. Arguments and refusals as for adding one.
         */
        post: operations["post_condition_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/condition.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConditionOrder
         * @description Put conditions of one analysis in this order, in which terms are written; those not named follow.
         */
        post: operations["post_condition_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/condition.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConditionRemove
         * @description Remove a condition with the scores of cases in it; how many of each kind went.
         */
        post: operations["post_condition_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/configuration.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConfigurationBegin
         * @description Begin a configurational analysis, and say why this design; what is compared are combinations of conditions.
         */
        post: operations["post_configuration_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/configuration.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConfigurationChange
         * @description Change a configurational analysis, or where its truth table is cut; what is not given stays.
         */
        post: operations["post_configuration_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/configuration.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConfigurationRemove
         * @description Remove a configurational analysis with its conditions and scores; how many of each kind went.
         */
        post: operations["post_configuration_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/conflict.keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConflictKeep
         * @description Settle a conflict by keeping one of its sides, numbered from 1 as they are listed.
         */
        post: operations["post_conflict_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/conflict.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConflictWrite
         * @description Settle a conflict by writing something else than any side.
         */
        post: operations["post_conflict_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/consent.forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConsentForget
         * @description Take away what was recorded of participants' consent, as if they had not been asked; how many had a record.
         */
        post: operations["post_consent_forget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/consent.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConsentSet
         * @description Write down what participants agreed to; what is not given stays as it was. How many records changed.
         */
        post: operations["post_consent_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/consent.set_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConsentSetMany
         * @description Write down what each of many participants agreed to, all or none: by participant the fields of `set_consent`.
         */
        post: operations["post_consent_set_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/content_note.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostContentNoteAdd
         * @description Say what a passage or source holds that a reader may wish to be spared; it is covered until asked for.
         */
        post: operations["post_content_note_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/content_note.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostContentNoteRemove
         * @description Take a content note away.
         */
        post: operations["post_content_note_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/difference.adjudicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDifferenceAdjudicate
         * @description Decide about a place where two coders differ.
         */
        post: operations["post_difference_adjudicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/discussion.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDiscussionClose
         * @description Close a discussion with what came of it; or write the outcome of a closed one anew.
         */
        post: operations["post_discussion_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/discussion.invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDiscussionInvite
         * @description Ask more members for a position while positions are being written; how many are new.
         */
        post: operations["post_discussion_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/discussion.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDiscussionOpen
         * @description Put a question to members, each of whom writes a position before seeing the others'.
         */
        post: operations["post_discussion_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/discussion.release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDiscussionRelease
         * @description Ask members no more for a position while positions are being written; how many were asked.
         */
        post: operations["post_discussion_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/discussion.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDiscussionRemove
         * @description Remove a discussion with its positions; how many of each kind went.
         */
        post: operations["post_discussion_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/discussion.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDiscussionShow
         * @description Show all positions that were handed in to all members, together; how many there are.
         */
        post: operations["post_discussion_show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/draft.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDraftAdd
         * @description Begin a draft.
         */
        post: operations["post_draft_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/draft.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDraftChange
         * @description Change a draft; what is not given stays. Answers with its text as it is now.
         */
        post: operations["post_draft_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/draft.look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDraftLook
         * @description Say that you have looked a draft over as it stands: what changes from here on is told as change.
         */
        post: operations["post_draft_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/draft.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDraftRemove
         * @description Take a draft away, with what was proposed for it.
         */
        post: operations["post_draft_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/evidence.place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostEvidencePlace
         * @description Place codings under a theme, for it or against it; how many that changed.
         */
        post: operations["post_evidence_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/evidence.take_away": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostEvidenceTakeAway
         * @description Take codings away from under a theme; how many lay there. The codings themselves stay.
         */
        post: operations["post_evidence_take_away"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/framework.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFrameworkAdd
         * @description Begin a framework; `columns` are the themes and codes that are charted, in their order.
         */
        post: operations["post_framework_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/framework.add_version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFrameworkAddVersion
         * @description Begin another version of a framework, with the same columns and summaries.
         */
        post: operations["post_framework_add_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/framework.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFrameworkChange
         * @description Change what a framework is called, its version, analysis or note; what is not given stays.
         */
        post: operations["post_framework_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/framework.columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFrameworkColumns
         * @description Say which themes and codes are charted, in their order; how many columns there are.
         */
        post: operations["post_framework_columns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/framework.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFrameworkRemove
         * @description Remove a framework in this version with its summaries; how many of each kind went.
         */
        post: operations["post_framework_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/given.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostGivenAdd
         * @description Write down that participants were given a transcript, a summary or the findings to read.
         */
        post: operations["post_given_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/given.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostGivenChange
         * @description Write down what somebody said to what they were given, or what was changed for it; what is not given stays.
         */
        post: operations["post_given_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/given.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostGivenRemove
         * @description Remove what was written down by mistake.
         */
        post: operations["post_given_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/guideline.answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostGuidelineAnswer
         * @description Answer a topic of the reporting guidelines, or say why it has no place in this study.
         */
        post: operations["post_guideline_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/guideline.clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostGuidelineClear
         * @description Take an answer away; what is computed from the study stands again.
         */
        post: operations["post_guideline_clear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/instrument.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostInstrumentAdd
         * @description Add an interview guide or a questionnaire, in one version.
         */
        post: operations["post_instrument_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/instrument.add_version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostInstrumentAddVersion
         * @description Add another version of an instrument, with the same questions to begin with.
         */
        post: operations["post_instrument_add_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/instrument.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostInstrumentChange
         * @description Change what an instrument is called, its version or description; what is not given stays.
         */
        post: operations["post_instrument_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/instrument.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostInstrumentRemove
         * @description Remove an instrument with its questions; how many of each kind went.
         */
        post: operations["post_instrument_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/interview.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostInterviewAdd
         * @description Add a meeting with these participants; without a case, in the one that all of them belong to.
         */
        post: operations["post_interview_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/interview.add_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostInterviewAddMany
         * @description Add many meetings with their participants at once, all or none; each as `add_interview` does.
         */
        post: operations["post_interview_add_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/interview.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostInterviewChange
         * @description Change what is known of a meeting; what is not given stays.
         */
        post: operations["post_interview_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/interview.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostInterviewRemove
         * @description Remove a meeting with its attendance and attributes; how many of each kind went.
         */
        post: operations["post_interview_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/interview.use_guides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostInterviewUseGuides
         * @description Say with which guide, in which version, meetings were held; how many were changed.
         */
        post: operations["post_interview_use_guides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/lineage.develop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostLineageDevelop
         * @description Say from which categories and other themes a theme was developed, how and why; how many that changed.
         */
        post: operations["post_lineage_develop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/lineage.forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostLineageForget
         * @description Take back that a theme was developed from these; how many were in its lineage.
         */
        post: operations["post_lineage_forget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/lineage.move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostLineageMove
         * @description Move a category or theme from the lineage of one theme into that of another, as it stood there.
         */
        post: operations["post_lineage_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/link.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostLinkAdd
         * @description Link one thing to another, each given by its kind and its id.
         */
        post: operations["post_link_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/link.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostLinkChange
         * @description Name the relation another way, or change the note; what is not given stays.
         */
        post: operations["post_link_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/link.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostLinkRemove
         * @description Remove a link; the two things stay. How many of each kind went.
         */
        post: operations["post_link_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapAdd
         * @description Begin a map with nothing on it.
         */
        post: operations["post_map_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapChange
         * @description Change the name or the description of a map; what is not given stays.
         */
        post: operations["post_map_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.change_arrow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapChangeArrow
         * @description Say something else on an arrow, or let it point another way; what is not given stays.
         */
        post: operations["post_map_change_arrow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapConnect
         * @description Draw an arrow between two things on one map.
         */
        post: operations["post_map_connect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapMove
         * @description Move things on a map; how many moved.
         */
        post: operations["post_map_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapPlace
         * @description Place a thing of the study on a map, or a free note.
         */
        post: operations["post_map_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapRemove
         * @description Remove a map with what is drawn on it; the things themselves stay. How many of each kind went.
         */
        post: operations["post_map_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.remove_arrow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapRemoveArrow
         * @description Take an arrow away; what it joined stays. How many of each kind went.
         */
        post: operations["post_map_remove_arrow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.take_off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapTakeOff
         * @description Take things off a map with their arrows; the things themselves stay. How many of each kind went.
         */
        post: operations["post_map_take_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/map.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMapWrite
         * @description Change the words of a free note, or what is written beside a thing.
         */
        post: operations["post_map_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/mark.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMarkAdd
         * @description Mark a passage that strikes you, with or without a note.
         */
        post: operations["post_mark_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/mark.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMarkChange
         * @description Write another note on a mark.
         */
        post: operations["post_mark_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/mark.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMarkRemove
         * @description Take a mark away.
         */
        post: operations["post_mark_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/member.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemberAdd
         * @description Add somebody who works on the study: a person, or a machine that is declared to be one.
         */
        post: operations["post_member_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/member.merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemberMerge
         * @description Say that two members are one person; what the first did counts as the second's.
         */
        post: operations["post_member_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/member.part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemberPart
         * @description Take a merge back: the member stands alone again.
         */
        post: operations["post_member_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/member.permit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemberPermit
         * @description Say what a member may do.
         */
        post: operations["post_member_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/member.perspectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemberPerspectives
         * @description Say from which perspectives one looks at the study (academic, clinical, lived experience, …); oneself only.
         */
        post: operations["post_member_perspectives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/member.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemberRemove
         * @description Remove a member who has done nothing yet; readings that are still to do go with them.
         */
        post: operations["post_member_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/member.rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemberRename
         * @description Give a member another name: oneself, or as an owner anybody.
         */
        post: operations["post_member_rename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/member.share_perspectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemberSharePerspectives
         * @description Consent to one's perspectives leaving the study, or take the consent back; oneself only.
         */
        post: operations["post_member_share_perspectives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/memo.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemoChange
         * @description Change a memo's text, title or type; what is not given stays.
         */
        post: operations["post_memo_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/memo.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemoRemove
         * @description Remove a memo with the links to it; how many of each kind went.
         */
        post: operations["post_memo_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/memo.share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemoShare
         * @description Let the others read one's own reflexive memo, or keep it to oneself again.
         */
        post: operations["post_memo_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/memo.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMemoWrite
         * @description Write a memo about a thing (its kind and id), a stretch of a source, or nothing in particular.
         */
        post: operations["post_memo_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/negative.note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostNegativeNote
         * @description Write down candidates, open until somebody settles them; how many were not written down before.
         */
        post: operations["post_negative_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/negative.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostNegativeRemove
         * @description Take negative cases off the list, as if nobody had looked; how many went.
         */
        post: operations["post_negative_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/negative.settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostNegativeSettle
         * @description Say what became of a negative case: it revises the theme, is an exception, was coded wrongly, is not relevant.
         */
        post: operations["post_negative_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/negative.settle_candidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostNegativeSettleCandidate
         * @description Write down a candidate and settle it in one act.
         */
        post: operations["post_negative_settle_candidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/pair.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPairWrite
         * @description Write about two cases side by side, or say whether that is done; what is not given stays.
         */
        post: operations["post_pair_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/participant.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostParticipantAdd
         * @description Add somebody who was recruited; without an identifier, under the next free one.
         */
        post: operations["post_participant_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/participant.add_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostParticipantAddMany
         * @description Add many people at once, all or none; each as `add_participant` does.
         */
        post: operations["post_participant_add_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/participant.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostParticipantChange
         * @description Change what is known of a participant; what is not given stays, and an empty case or role takes it away.
         */
        post: operations["post_participant_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/participant.erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostParticipantErase
         * @description Erase a participant who withdraws; what it touched.
         */
        post: operations["post_participant_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/participant.merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostParticipantMerge
         * @description Say that two participants are one person: what the first said and did counts for the second.
         */
        post: operations["post_participant_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/participant.part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostParticipantPart
         * @description Take a merge back: the participant stands alone again.
         */
        post: operations["post_participant_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/participant.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostParticipantRemove
         * @description Remove participants with their attributes and attendance; how many of each kind went.
         */
        post: operations["post_participant_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/position.dissent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPositionDissent
         * @description Write a minority report on a discussion, printed with its theme; without words it is taken back.
         */
        post: operations["post_position_dissent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/position.hand_in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPositionHandIn
         * @description Say that your position is finished and can be shown with the others', or take it back to write on.
         */
        post: operations["post_position_hand_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/position.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPositionWrite
         * @description Write your position, or write it anew; nobody else reads it until all are shown.
         */
        post: operations["post_position_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/product.forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostProductForget
         * @description Take products off the record, because they never left or are no more; how many.
         */
        post: operations["post_product_forget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/product.note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostProductNote
         * @description Write down where a product went, and to whom.
         */
        post: operations["post_product_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/product.record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostProductRecord
         * @description Put a product on record; its id. One that is on record already is not recorded again.
         */
        post: operations["post_product_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/property.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPropertyAdd
         * @description Add a property to a category, behind its others.
         */
        post: operations["post_property_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/property.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPropertyChange
         * @description Change a property; what is not given stays, and an end given as empty has no segment any more.
         */
        post: operations["post_property_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/property.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPropertyOrder
         * @description Put properties of one category in this order; those not named follow as they stood.
         */
        post: operations["post_property_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/property.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPropertyRemove
         * @description Remove a property from its category; comparisons that brought it stay, and name it no longer.
         */
        post: operations["post_property_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/proposal.bring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostProposalBring
         * @description Take in what co-authors propose; what was brought before is not brought twice. The ids of those that are new.
         */
        post: operations["post_proposal_bring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/proposal.decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostProposalDecline
         * @description Leave proposals out, with the reason.
         */
        post: operations["post_proposal_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/proposal.take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostProposalTake
         * @description Make proposed changes in the draft, in their order; a comment that is taken is one that was heeded.
         */
        post: operations["post_proposal_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/query.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQueryRemove
         * @description Forget a kept question.
         */
        post: operations["post_query_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/query.rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQueryRename
         * @description Give a kept question another name.
         */
        post: operations["post_query_rename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/query.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQuerySave
         * @description Keep a question under a name; or, with the id of one that is kept, what it asks from now on.
         */
        post: operations["post_query_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/question.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQuestionAdd
         * @description Add a question to an instrument, behind the others.
         */
        post: operations["post_question_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/question.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQuestionChange
         * @description Change a question; what is not given stays, and an empty topic takes it away. Its answers must fit.
         */
        post: operations["post_question_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/question.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQuestionOrder
         * @description Put the questions of an instrument in this order; those not named follow as they stood.
         */
        post: operations["post_question_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/question.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQuestionRemove
         * @description Remove a question.
         */
        post: operations["post_question_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/quotation.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQuotationChange
         * @description Change where a quotation begins and ends, how it is printed, or why it was chosen; what is not given stays.
         */
        post: operations["post_quotation_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/quotation.keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQuotationKeep
         * @description Keep a quotation: of a coding, of a stretch within it, or of a stretch of a source.
         */
        post: operations["post_quotation_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/quotation.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQuotationRemove
         * @description Take a quotation away; the words and the coding stay.
         */
        post: operations["post_quotation_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/reading.assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReadingAssign
         * @description Ask members to read sources, as a named sample where one is given; how many readings are new.
         */
        post: operations["post_reading_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/reading.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReadingBegin
         * @description Say that a member has begun to read sources; how many were new. What is done stays done.
         */
        post: operations["post_reading_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/reading.draw_sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReadingDrawSample
         * @description Draw sources by chance for several members to read each, so that their coding can be compared.
         */
        post: operations["post_reading_draw_sample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/reading.finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReadingFinish
         * @description Say that a member has read sources for all codes that there are now; how many that changed.
         */
        post: operations["post_reading_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/reading.reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReadingReopen
         * @description Say that a member is not done with sources after all; how many.
         */
        post: operations["post_reading_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/reading.unassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReadingUnassign
         * @description Take back that a member shall read sources that they have not begun; how many.
         */
        post: operations["post_reading_unassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/recruitment.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRecruitmentChange
         * @description Correct a line of the recruitment log; what is not given stays.
         */
        post: operations["post_recruitment_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/recruitment.log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRecruitmentLog
         * @description Write into the recruitment log that so many people were approached, declined or withdrew, and why.
         */
        post: operations["post_recruitment_log"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/recruitment.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRecruitmentRemove
         * @description Take a line out of the recruitment log.
         */
        post: operations["post_recruitment_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/relation.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRelationAdd
         * @description Say that a category has another one as its condition, context, action or consequence.
         */
        post: operations["post_relation_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/relation.ground": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRelationGround
         * @description Give a relation more segments that it rests on; how many are new.
         */
        post: operations["post_relation_ground"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/relation.note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRelationNote
         * @description Write what is to be said of a relation; what was said before stays in its history.
         */
        post: operations["post_relation_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/relation.release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRelationRelease
         * @description Take segments away from under a relation; how many lay there. The codings themselves stay.
         */
        post: operations["post_relation_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/relation.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRelationRemove
         * @description Remove a relation of two categories; how many of each kind went. Categories and codings stay.
         */
        post: operations["post_relation_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/replication.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReplicationRemove
         * @description Take away what a theme lets expect of a case; whether there was something.
         */
        post: operations["post_replication_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/replication.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReplicationSet
         * @description Say what a theme lets expect of a case, and what was found there; what is not given stays.
         */
        post: operations["post_replication_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/rival.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRivalAdd
         * @description Write down another explanation of what a theme or a code says, and what became of it.
         */
        post: operations["post_rival_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/rival.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRivalChange
         * @description Change a rival explanation, or say what became of it and why; what is not given stays.
         */
        post: operations["post_rival_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/rival.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRivalRemove
         * @description Remove a rival explanation that was written down by mistake; one that failed is kept, as ruled out.
         */
        post: operations["post_rival_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/role.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRoleAdd
         * @description Add a sampling role with its identifier codes, behind the others.
         */
        post: operations["post_role_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/role.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRoleChange
         * @description Change the name of a sampling role, or its codes (all of them). Identifiers that have a code keep it.
         */
        post: operations["post_role_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/role.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRoleOrder
         * @description Put sampling roles in this order in every table; those not named follow as they stood.
         */
        post: operations["post_role_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/role.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRoleRemove
         * @description Remove a sampling role with its targets and recruitment log; how many of each kind went.
         */
        post: operations["post_role_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/score.look_again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostScoreLookAgain
         * @description Say that a score still holds though its segments changed; how many had. Those that are gone are taken away.
         */
        post: operations["post_score_look_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/score.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostScoreRemove
         * @description Take away the score of a case with what it rests on; a calibrated number is worked out again.
         */
        post: operations["post_score_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/score.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostScoreSet
         * @description Say how far a case belongs to a condition, and why; what is not given stays.
         */
        post: operations["post_score_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/set.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSetAdd
         * @description Make a set of sources, participants or codes, with these in it to begin with.
         */
        post: operations["post_set_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/set.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSetChange
         * @description Change the name or the description of a set; what is not given stays.
         */
        post: operations["post_set_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/set.put_in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSetPutIn
         * @description Put things into a set; how many were not in it yet.
         */
        post: operations["post_set_put_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/set.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSetRemove
         * @description Remove a set; what was in it stays in the study.
         */
        post: operations["post_set_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/set.take_out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSetTakeOut
         * @description Take things out of a set; how many were in it.
         */
        post: operations["post_set_take_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/sheet.fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSheetFill
         * @description Fill in cells of the sheet of cases or of participants, and add new ones; all of it, or nothing.
         */
        post: operations["post_sheet_fill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/signing_key.declare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSigningKeyDeclare
         * @description Say that a key is one's own: its public half, 32 bytes in hexadecimal digits.
         */
        post: operations["post_signing_key_declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/signing_key.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSigningKeyRevoke
         * @description Say that one no longer signs with a key; what was signed before stays signed.
         */
        post: operations["post_signing_key_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceAdd
         * @description Add a source with its text (none for an image or a recording), behind the others.
         */
        post: operations["post_source_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceAssign
         * @description Say which case, participant or interview sources belong to; what is not given stays, an empty id takes away.
         */
        post: operations["post_source_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceCorrect
         * @description Replace spans of a source's text; what that did.
         */
        post: operations["post_source_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.describe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceDescribe
         * @description Say what a source is; what is not given stays.
         */
        post: operations["post_source_describe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceErase
         * @description Erase one source with all its words; what it touched. With `keep_codings` it stays, blotted out.
         */
        post: operations["post_source_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceOrder
         * @description Put sources in this order in every list; those not named follow as they stood.
         */
        post: operations["post_source_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.redact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceRedact
         * @description Erase a stretch of a source (code points of the text as it reads now) in every version; what it touched.
         */
        post: operations["post_source_redact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceRemove
         * @description Remove sources with their turns, codings and all else that lies in them; how many of each kind went.
         */
        post: operations["post_source_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceRename
         * @description Give a source another name.
         */
        post: operations["post_source_rename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.replace_text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceReplaceText
         * @description Give a source a whole corrected text; what that did where it differed.
         */
        post: operations["post_source_replace_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/source.replace_words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSourceReplaceWords
         * @description Replace words wherever they stand in sources, in one act; what that did, by source.
         */
        post: operations["post_source_replace_words"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/speaker.map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSpeakerMap
         * @description Say whose voice a label in a source is: an interviewer's, a participant's, another's; whether that is new.
         */
        post: operations["post_speaker_map"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/speaker.map_label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSpeakerMapLabel
         * @description Say whose voice a label is in each of these sources that has it; how many were changed.
         */
        post: operations["post_speaker_map_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/speaker.map_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSpeakerMapMany
         * @description Say whose voices many speakers are, in one act; how many were changed.
         */
        post: operations["post_speaker_map_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/study.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostStudyChange
         * @description Say what the study is about; what is not given stays, and an empty text takes a setting away.
         */
        post: operations["post_study_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/summary.link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSummaryLink
         * @description Link a summary to segments that it rests on; how many it did not rest on before.
         */
        post: operations["post_summary_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/summary.look_again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSummaryLookAgain
         * @description Say that a summary still holds though its segments changed; how many had.
         */
        post: operations["post_summary_look_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/summary.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSummaryRemove
         * @description Empty a cell: its summary goes with its segments. How many of each kind went.
         */
        post: operations["post_summary_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/summary.remove_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSummaryRemoveMany
         * @description Empty several cells, as one act: their summaries go with their segments. How many of each kind went.
         */
        post: operations["post_summary_remove_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/summary.unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSummaryUnlink
         * @description Take segments away from under a summary; how many it rested on. The codings themselves stay.
         */
        post: operations["post_summary_unlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/summary.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSummaryWrite
         * @description Write what a participant, case or group says on a theme or code; what stood there stays in its history.
         */
        post: operations["post_summary_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/summary.write_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSummaryWriteMany
         * @description Write many cells in one act; how many were written or emptied.
         */
        post: operations["post_summary_write_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/task.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTaskAdd
         * @description Write down work that is due, on a thing (its kind and id) or on nothing in particular.
         */
        post: operations["post_task_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/task.finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTaskFinish
         * @description Say that work is done, or that it is due again; how many changed.
         */
        post: operations["post_task_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeAdd
         * @description Add a theme to an analysis, or a subtheme to a theme, behind the others.
         */
        post: operations["post_theme_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeBegin
         * @description Begin a theme from categories or other themes: grouped under it, or one of them promoted.
         */
        post: operations["post_theme_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeMove
         * @description Put a theme with its subthemes under another one of its analysis, or at the top; behind the others there.
         */
        post: operations["post_theme_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeOrder
         * @description Put themes that lie beside each other in this order; those not named follow as they stood.
         */
        post: operations["post_theme_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.relabel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeRelabel
         * @description Give a theme another label; earlier ones stay in its history.
         */
        post: operations["post_theme_relabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeRemove
         * @description Remove a theme with its evidence and lineage; its subthemes move up. How many of each kind went.
         */
        post: operations["post_theme_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeSettle
         * @description Say that a theme is final, or a candidate again.
         */
        post: operations["post_theme_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.sign_off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeSignOff
         * @description Say that you stand behind a theme as it reads now, or that you do not.
         */
        post: operations["post_theme_sign_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeSplit
         * @description Split a new theme off from one; it takes with it these origins and this evidence, and lies beside it.
         */
        post: operations["post_theme_split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/theme.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThemeWrite
         * @description Write what a theme says; what is not given stays, and what it said before stays in its history.
         */
        post: operations["post_theme_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/threshold.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThresholdRemove
         * @description Take a threshold away: the word gets no verdict again.
         */
        post: operations["post_threshold_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/threshold.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostThresholdSet
         * @description Say what a vague word means in this study: a share of the units, in percent, both ends in.
         */
        post: operations["post_threshold_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/topic.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTopicAdd
         * @description Add a topic that questions can be about.
         */
        post: operations["post_topic_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/topic.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTopicChange
         * @description Change the name or the description of a topic; what is not given stays.
         */
        post: operations["post_topic_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/topic.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTopicOrder
         * @description Put topics in this order in every table; those not named follow as they stood.
         */
        post: operations["post_topic_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/topic.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTopicRemove
         * @description Remove a topic; its questions and turns go to another one if that is named. How many went there.
         */
        post: operations["post_topic_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/turn.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTurnChange
         * @description Say who speaks in turns, or that they are no speech but a note, a heading or a quotation of somebody else.
         */
        post: operations["post_turn_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/turn.declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTurnDeclined
         * @description Say that participants were asked there and declined to answer, or that they did not decline.
         */
        post: operations["post_turn_declined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/turn.map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTurnMap
         * @description Say which question or topic turns ask or answer; what is not given stays, an empty id takes it away.
         */
        post: operations["post_turn_map"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/turn.map_many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTurnMapMany
         * @description Say which question each of many turns asks or answers, in one act; how many were changed.
         */
        post: operations["post_turn_map_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/wording.contest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostWordingContest
         * @description Say that a change marked *wording only* changed more than that; sign-offs given before it lapse.
         */
        post: operations["post_wording_contest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/adjudications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAdjudications
         * @description What was decided where coders differed, by whom, and why.
         */
        post: operations["post_adjudications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAgreement
         * @description How far coders agree, from before anything was adjudicated.
         */
        post: operations["post_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/analyses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnalyses
         * @description Show the analyses side by side, with what they share.
         */
        post: operations["post_analyses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/answer_sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnswerSheet
         * @description Show what each participant answered to each item.
         */
        post: operations["post_answer_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnswers
         * @description Show what groups answered to a questionnaire, with tests where they make sense.
         */
        post: operations["post_answers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/asked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAsked
         * @description Show which question each turn of an interviewer seems to ask, with its score and why.
         */
        post: operations["post_asked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/case_pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCasePairs
         * @description Set every two cases side by side.
         */
        post: operations["post_case_pairs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/category": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCategory
         * @description Show the properties of a category and its relations, with the words they rest on.
         */
        post: operations["post_category"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/cell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCell
         * @description Open a cell of a matrix: every number with the ids behind it, and the words.
         */
        post: operations["post_cell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/charting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCharting
         * @description Show one row of a framework with its material: what is linked, what is new, what is not used yet.
         */
        post: operations["post_charting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostClaim
         * @description Open a claim to the passages it rests on.
         */
        post: operations["post_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/claim_tried": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostClaimTried
         * @description Say how a claim would stand that is not written down yet.
         */
        post: operations["post_claim_tried"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostClaims
         * @description Say how all claims stand in what has been coded so far.
         */
        post: operations["post_claims"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/claims_since": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostClaimsSince
         * @description Tell how claims stand otherwise than when the reader looked at them, and which acts lie behind it.
         */
        post: operations["post_claims_since"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/codings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCodings
         * @description Codings with their words, page by page.
         */
        post: operations["post_codings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCompare
         * @description Set two cases, groups or codes side by side.
         */
        post: operations["post_compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/compared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostCompared
         * @description Show how far comparison has gone in each category.
         */
        post: operations["post_compared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostComparisons
         * @description Open what was compared: both sides in words, the decision, the rule and the reason.
         */
        post: operations["post_comparisons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/configurations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostConfigurations
         * @description Say whether configurational analysis is switched on, with its sets and the scores of all cases.
         */
        post: operations["post_configurations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/contrast_side": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostContrastSide
         * @description Open one group in one row of contrasts.
         */
        post: operations["post_contrast_side"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/contrasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostContrasts
         * @description Contrast groups: what one says more than another, and whether that holds.
         */
        post: operations["post_contrasts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDifference
         * @description Open a place where two differ: its words, and what each put there, side by side.
         *
         *     Raises:
         *         NotFoundError: there is no such difference, or whoever asks codes alone.
         */
        post: operations["post_difference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDifferences
         * @description Where coders differ, by kind and place; some opened to the words both coded.
         */
        post: operations["post_differences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/discussions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDiscussions
         * @description Show discussions; positions that were not shown yet to their authors alone.
         */
        post: operations["post_discussions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDraft
         * @description Show a draft as it is kept, with what co-authors propose.
         */
        post: operations["post_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/draft_read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDraftRead
         * @description Say of everything a text refers to how it stands now, and which sentences are bound to nothing.
         */
        post: operations["post_draft_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDrafts
         * @description List the drafts.
         */
        post: operations["post_drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/emerged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostEmerged
         * @description Show what people said before anybody asked about it.
         */
        post: operations["post_emerged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/exposed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostExposed
         * @description Open a cell of an exposure: who is behind each word.
         */
        post: operations["post_exposed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/exposure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostExposure
         * @description Show who was asked about what, and what came of it.
         */
        post: operations["post_exposure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/figure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFigure
         * @description Draw the figure of an analysis.
         */
        post: operations["post_figure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFind
         * @description Find what was said, the best first.
         */
        post: operations["post_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/fits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFits
         * @description Say what filling in would change, and what does not fit; nothing is changed.
         */
        post: operations["post_fits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFlow
         * @description Show how categories flow into themes.
         */
        post: operations["post_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFrame
         * @description Compare the sample with the frame that was planned.
         */
        post: operations["post_frame"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/framework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostFramework
         * @description Show who says what on a theme, in members' words.
         */
        post: operations["post_framework"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/gamma": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostGamma
         * @description How coders' passages pair up, within a budget of time.
         */
        post: operations["post_gamma"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/guidelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostGuidelines
         * @description Compile what reporting guidelines ask for.
         */
        post: operations["post_guidelines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/guides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostGuides
         * @description Show what was asked: instruments with their questions, topics with their codes, and how far turns are mapped.
         */
        post: operations["post_guides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/joint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostJoint
         * @description Set what people answered to an item beside what the same people said.
         */
        post: operations["post_joint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/kwic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostKwic
         * @description Show every place where a word is said, with the words around it.
         */
        post: operations["post_kwic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostLineage
         * @description Show from which categories themes were developed (Table 3).
         */
        post: operations["post_lineage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMatrix
         * @description Cross codes, categories or themes with cases, roles or attributes.
         */
        post: operations["post_matrix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMeta
         * @description Set cases side by side in an order.
         */
        post: operations["post_meta"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/meta_cell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostMetaCell
         * @description Open a cell of a meta-matrix.
         */
        post: operations["post_meta_cell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/negatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostNegatives
         * @description Look for what may speak against themes or codes.
         */
        post: operations["post_negatives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostOverlap
         * @description Which codes come together, by overlap or nearness.
         */
        post: operations["post_overlap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/pair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPair
         * @description Open two codes of an overlap.
         */
        post: operations["post_pair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/pair_sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPairSheet
         * @description Open one pair of cases, row by row.
         */
        post: operations["post_pair_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPairs
         * @description Offer pairs to compare, chosen by a rule with its seed.
         */
        post: operations["post_pairs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/passage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPassage
         * @description Show one stretch of a source: words around it, codings on it, and how it would be quoted.
         */
        post: operations["post_passage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPerson
         * @description Show one participant: where they speak, what they agreed to, and what was said about what.
         *
         *     Raises:
         *         NotFoundError: there is no such participant.
         */
        post: operations["post_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/printed_words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPrintedWords
         * @description Where printed words stand in the transcripts.
         */
        post: operations["post_printed_words"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/qca": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQca
         * @description Compute a configurational analysis: necessity, truth table and solutions.
         */
        post: operations["post_qca"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/qca_row": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQcaRow
         * @description Open a row of a truth table: its cases side by side, and the words their scores rest on.
         */
        post: operations["post_qca_row"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/quotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostQuotations
         * @description The quotations that are kept; of an independent coder their own.
         */
        post: operations["post_quotations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReach
         * @description Look up everything that erasing a participant would touch; nothing is changed.
         *
         *     Raises:
         *         NotFoundError: there is no such participant.
         */
        post: operations["post_reach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRetrieve
         * @description Find where codes lie, and lie together.
         */
        post: operations["post_retrieve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSample
         * @description Compare who was planned with who was recruited, and with who was interviewed.
         */
        post: operations["post_sample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/saturation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSaturation
         * @description Show how much interviews still brought, in the order held and in others.
         */
        post: operations["post_saturation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/saturation_interview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSaturationInterview
         * @description Open an interview of the curve: what was new in it, with its words.
         */
        post: operations["post_saturation_interview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/scope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostScope
         * @description Count the cases, participants and sources in a scope.
         */
        post: operations["post_scope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSheet
         * @description All cases or all participants, with everything that is known of each.
         */
        post: operations["post_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/sides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSides
         * @description Show two things that were chosen by hand side by side.
         */
        post: operations["post_sides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/signed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSigned
         * @description Show who stands behind each theme, and whose sign-off has lapsed.
         */
        post: operations["post_signed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/similarity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostSimilarity
         * @description Show how alike cases, groups or people are in what was said.
         */
        post: operations["post_similarity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostStanding
         * @description What findings stand against: rival explanations, replication by case, and what was given back to whom.
         */
        post: operations["post_standing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTable
         * @description The table of an analysis as reports print it: every cell in words, with its notes.
         */
        post: operations["post_table"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTurns
         * @description Show the turns of a source that can ask something, each beside the question it asks or seems to ask.
         */
        post: operations["post_turns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostVoices
         * @description List the speakers of all sources, with the first words of each.
         */
        post: operations["post_voices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ask/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostWords
         * @description Count words by who says them.
         */
        post: operations["post_words"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codebook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetCodebook
         * @description All codes as a tree in reading order, with how often each was used.
         */
        get: operations["get_codebook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codebook/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetCodeUses
         * @description How often each code was used: codings, unreviewed ones, sources. All that a coding changes of the codebook.
         */
        get: operations["get_code_uses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codebook/{code}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetCodeCounts
         * @description How often a code was used, by case and by member.
         */
        get: operations["get_code_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codebook/{code}/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetCodeExamples
         * @description The codings that were chosen as examples of a code, as they read now.
         */
        get: operations["get_code_examples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codebook/{code}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetCodeHistory
         * @description How the name and the definition of a code came to be what they are, oldest first.
         */
        get: operations["get_code_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codebook/{code}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetCodePlaces
         * @description Where a code was put, in the order of sources and places.
         */
        get: operations["get_code_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetConflicts
         * @description What people have to settle after a merge; it is settled with the acts conflict.keep and conflict.write.
         */
        get: operations["get_conflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetConsents
         * @description What each participant agreed to, as it holds today.
         */
        get: operations["get_consents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/emptied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetEmptied
         * @description What lost all its words to corrections; an independent coder is sent nobody else's codings, marks and memos.
         */
        get: operations["get_emptied"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetFrame
         * @description The sample, place by place: planned, recruited, interviewed, coded.
         */
        get: operations["get_frame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frame/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTargets
         * @description Say how many are planned for cells of the frame.
         */
        post: operations["post_targets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frameworks/{framework}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetWorkbook
         * @description A framework as a workbook that can be written in, as it may leave the study.
         */
        get: operations["get_workbook"];
        put?: never;
        /**
         * PostWorkbook
         * @description Bring a workbook back, cell by cell; the file is the body of the request.
         */
        post: operations["post_workbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetHistory
         * @description The log in words, in the order of the journal; for older pages, `until` is the time of the oldest shown.
         */
        get: operations["get_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetDifference
         * @description What differs between two points of the study.
         */
        get: operations["get_difference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetNext
         * @description What undo and redo would do now.
         */
        get: operations["get_next"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetEntry
         * @description One act, with everything that it changed.
         */
        get: operations["get_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostUpload
         * @description Begin to bring files.
         */
        post: operations["post_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetUpload
         * @description How many files were brought, and how far the reading of them is.
         */
        get: operations["get_upload"];
        put?: never;
        post?: never;
        /**
         * DeleteUpload
         * @description Take the files away and stop reading them; nothing of them is kept.
         */
        delete: operations["delete_upload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{upload}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostAnswerFile
         * @description Take answers in from the table that was brought, all of it or nothing, as one act.
         */
        post: operations["post_answer_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{upload}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostReturnedDraft
         * @description Take in what co-authors changed and commented in a Word file that was printed from a draft.
         */
        post: operations["post_returned_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{upload}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * PutFile
         * @description Bring a file: its bytes are the body of the request.
         */
        put: operations["put_file"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{upload}/manuscript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostManuscript
         * @description Audit a manuscript that was brought: quotations, identifiers, voices, who could be recognised, tables.
         */
        post: operations["post_manuscript"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{upload}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostNames
         * @description Propose names of people and places in the files for replacement; with the register, also those it knows.
         */
        post: operations["post_names"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{upload}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostPreview
         * @description Say what the files hold and what taking them in would do; nothing is kept.
         */
        post: operations["post_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{upload}/project": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostProjectFile
         * @description Take in the project that was brought, all of it or nothing, as one act.
         */
        post: operations["post_project_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{upload}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTake
         * @description Take the files in, as one act; names that are replaced are kept in the register, where one is given.
         */
        post: operations["post_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetJobs
         * @description All jobs of this server, the latest first.
         */
        get: operations["get_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetJob
         * @description How a job goes.
         */
        get: operations["get_job"];
        put?: never;
        post?: never;
        /**
         * DeleteJob
         * @description Stop a job.
         */
        delete: operations["delete_job"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keeping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetKeeping
         * @description Where the study lies, what opens it, and its backups.
         */
        get: operations["get_keeping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keeping/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostBackup
         * @description Make a backup now; it is read again after it was written.
         */
        post: operations["post_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keeping/encrypt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostEncrypt
         * @description Encrypt the study with a passphrase, or give it another one: written anew, compared, whole or not at all.
         */
        post: operations["post_encrypt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/likes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetLikes
         * @description How who sits here likes to work.
         */
        get: operations["get_likes"];
        /**
         * PutLike
         * @description Remember how who sits here likes to work; an empty value forgets it.
         */
        put: operations["put_like"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetLive
         * @description Follow what is done: server-sent events `hello`, `entry`, `reload` and `idle`.
         */
        get: operations["get_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetMaps
         * @description All maps, by name.
         */
        get: operations["get_maps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maps/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetMap
         * @description A map with everything on it.
         */
        get: operations["get_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetMe
         * @description Who sits here.
         */
        get: operations["get_me"];
        /**
         * PutMe
         * @description Say who sits here, in this browser; or always, on this machine.
         */
        put: operations["put_me"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetMemos
         * @description Memos, the latest first, with what they are about.
         */
        get: operations["get_memos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memos/{memo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetMemo
         * @description A memo with the quotations it holds.
         */
        get: operations["get_memo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memos/{memo}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetMemoHistory
         * @description How a memo came to be what it is, oldest first.
         */
        get: operations["get_memo_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetOverview
         * @description Whose turn it is, what needs attention, and what was done last.
         */
        get: operations["get_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetProducts
         * @description Reports and files that were made of the study, and whose words are in them.
         */
        get: operations["get_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRedo
         * @description Bring back what the member took back last.
         */
        post: operations["post_redo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetReportChoices
         * @description What a report can be made of.
         */
        get: operations["get_report_choices"];
        put?: never;
        /**
         * PostReport
         * @description Begin to make a report; the job says how it goes.
         */
        post: operations["post_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostExport
         * @description Begin to write the study for another program; what the format has no place for is listed when it is done.
         */
        post: operations["post_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostTableFile
         * @description Begin to write a table of data; what consent does not cover is withheld in it.
         */
        post: operations["post_table_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetAnalysisRows
         * @description A set of themes with its research question; its method family decides which numbers are offered.
         */
        get: operations["get_analysis_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetAttendanceRows
         * @description This participant took part in this interview.
         */
        get: operations["get_attendance_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/attribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetAttributeRows
         * @description A typed variable. A *grouping* is a one-of attribute of cases by which the study compares.
         */
        get: operations["get_attribute_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/attribute_value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetAttributeValueRows
         * @description The value of an attribute for one subject, as canonical text (many-of: one a line).
         */
        get: operations["get_attribute_value_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetCaseRows
         * @description What is compared. `code` is short and leads identifiers; `position` orders cases by hand.
         */
        get: operations["get_case_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetCodeRows
         * @description A label with a definition, in a tree.
         */
        get: operations["get_code_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetConsentRows
         * @description What a participant agreed to; one for each participant.
         */
        get: operations["get_consent_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/content_note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetContentNoteRows
         * @description What a reader is spared until they ask: the place is covered.
         */
        get: operations["get_content_note_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/discussion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetDiscussionRows
         * @description A question to the team about a thing.
         */
        get: operations["get_discussion_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetEvidenceRows
         * @description A coding that a person placed under a theme, for it or against it.
         */
        get: operations["get_evidence_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/framework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetFrameworkRows
         * @description A framework in one version: which themes or codes are charted (see `FrameworkColumn`).
         */
        get: operations["get_framework_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/framework_column": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetFrameworkColumnRows
         * @description A column of a framework: a theme or a code.
         */
        get: operations["get_framework_column_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/ground": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetGroundRows
         * @description A segment that a relation rests on.
         */
        get: operations["get_ground_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/instrument": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetInstrumentRows
         * @description An interview guide or questionnaire, in one version.
         */
        get: operations["get_instrument_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/interview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetInterviewRows
         * @description A meeting with one or more participants (see `Attendance`).
         */
        get: operations["get_interview_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetLineageRows
         * @description What a theme was developed from: a category or another theme, how, and why.
         */
        get: operations["get_lineage_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetLinkRows
         * @description A named relation between any two things.
         */
        get: operations["get_link_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/participant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetParticipantRows
         * @description A person recruited.
         */
        get: operations["get_participant_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/property": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetPropertyRows
         * @description A property of a category, with the dimension along which it varies.
         */
        get: operations["get_property_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetQueryRows
         * @description A question to the study: what to look for, and in which scope.
         */
        get: operations["get_query_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetQuestionRows
         * @description A question of an interview guide, or an item of a questionnaire.
         */
        get: operations["get_question_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetReadingRows
         * @description This member has read this source for these codes.
         */
        get: operations["get_reading_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/recruitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetRecruitmentRows
         * @description A line of the recruitment log: counts and reasons, never names.
         */
        get: operations["get_recruitment_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/relation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetRelationRows
         * @description How one category hangs together with another: the other is its condition, context, action or consequence.
         */
        get: operations["get_relation_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetRoleRows
         * @description A sampling role: a row of the frame, with one or more identifier codes (SM, CO).
         */
        get: operations["get_role_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetSetRows
         * @description A named set of sources, participants or codes.
         */
        get: operations["get_set_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/set_member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetSetMemberRows
         * @description This thing is in this set.
         */
        get: operations["get_set_member_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/sign_off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetSignOffRows
         * @description This author stands behind the theme, or does not, as it stood.
         */
        get: operations["get_sign_off_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/speaker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetSpeakerRows
         * @description A label in a transcript and whose voice it is. Only a participant's words count as theirs.
         */
        get: operations["get_speaker_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/target": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetTargetRows
         * @description The frame: how many of a sampling role were planned in a case.
         */
        get: operations["get_target_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetTaskRows
         * @description Work that is due: after a withdrawal a memo to be rewritten, a summary to be looked at again.
         */
        get: operations["get_task_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/theme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetThemeRows
         * @description An explanatory theme. Label, content and meaning each have their own history.
         */
        get: operations["get_theme_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/topic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetTopicRows
         * @description What questions are about; the same topic may be asked in several guides.
         */
        get: operations["get_topic_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/wording_change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetWordingChangeRows
         * @description A change of a theme that its author marked *wording only*: it was made in the entry that added this row.
         */
        get: operations["get_wording_change_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetSources
         * @description All sources, in their order.
         */
        get: operations["get_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetSource
         * @description A source with its text, its turns and who speaks.
         */
        get: operations["get_source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetLayers
         * @description What lies on a source: codings, marks, content notes, memos.
         */
        get: operations["get_layers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetStart
         * @description What the start screen shows.
         */
        get: operations["get_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetBackups
         * @description The backups of a study, the newest first.
         */
        get: operations["get_backups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/demonstration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostDemonstration
         * @description Write the demonstration study to a new file and open it.
         */
        post: operations["post_demonstration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/folder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetFolder
         * @description The folders and studies in a folder of this machine.
         */
        get: operations["get_folder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostForget
         * @description Take a study off the list of recent ones; its file stays.
         */
        post: operations["post_forget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostLeave
         * @description Close the study; the start screen is all there is then.
         */
        post: operations["post_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostNew
         * @description Make a study and open it; a file that is there already is left alone.
         */
        post: operations["post_new"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostOpen
         * @description Open a study.
         */
        post: operations["post_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostRestore
         * @description Put a backup in the place of a study, or (`trial`) say what would be lost. The present study is saved first.
         */
        post: operations["post_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/study": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetStudy
         * @description What is open, who works on it, and who sits here.
         */
        get: operations["get_study"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetTasks
         * @description Work that is due or done.
         */
        get: operations["get_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetThemes
         * @description All themes of all analyses, with their evidence counted and their lineage.
         */
        get: operations["get_themes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/themes/{theme}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetTheme
         * @description A theme with the words of its evidence.
         */
        get: operations["get_theme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/themes/{theme}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetThemeHistory
         * @description How label, content and meaning of a theme came to be what they are, oldest first.
         */
        get: operations["get_theme_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uncoded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GetUncoded
         * @description Sources that were begun, with participants' turns that have no code.
         */
        get: operations["get_uncoded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PostUndo
         * @description Take an act back, as a new act.
         */
        post: operations["post_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AdjudicationRemoveArguments */
        AdjudicationRemoveArguments: {
            adjudication: string;
        };
        /** AgreementHere */
        AgreementHere: {
            /** @default [] */
            notes: string[];
            /** @default  */
            off: string;
            /** @default [] */
            rows: components["schemas"]["AgreementRow"][];
            /** @default [] */
            sources: string[];
            title: string;
            version: string;
            /** @default [] */
            voices: components["schemas"]["Voice"][];
        };
        /** AgreementOptions */
        AgreementOptions: {
            /** @default  */
            analysis?: string;
            /**
             * @default all
             * @enum {string}
             */
            by?: "all" | "pairs" | "perspectives";
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default 0.95 */
            confidence?: number;
            /** @default [] */
            groups?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /**
             * @default each
             * @enum {string}
             */
            labels?: "each" | "sets" | "steps";
            /**
             * @default [
             *       "codes",
             *       "domains",
             *       "overall"
             *     ]
             */
            levels?: ("codes" | "domains" | "overall")[];
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /**
             * @default done
             * @enum {string}
             */
            read?: "done" | "coded";
            /** @default 1000 */
            resamples?: number;
            /** @default [] */
            roles?: string[];
            /**
             * @default ordinal
             * @enum {string}
             */
            scale?: "ordinal" | "interval";
            /** @default 1 */
            seed?: number;
            /** @default  */
            segments?: string;
            /** @default [] */
            sources?: string[];
            /**
             * @default characters
             * @enum {string}
             */
            units?: "characters" | "words" | "sentences" | "turns" | "segments";
            /**
             * @default all
             * @enum {string}
             */
            universe?: "all" | "coded";
            /** @default [] */
            where?: string[];
        };
        /** AgreementRow */
        AgreementRow: {
            balance: components["schemas"]["Balance"] | null;
            between: string[];
            categories: number;
            codes: string[];
            codings: number[];
            coefficients: components["schemas"]["Coefficient"][];
            depth: number;
            key: string;
            kind: string;
            label: string;
            /** @default [] */
            recognisable: string[];
            sources: number;
            /** @default [] */
            told: components["schemas"]["Said"][];
            units: number;
            /** @default [] */
            values: [
                string,
                components["schemas"]["Coefficient"],
                number | null
            ][];
            whole: number;
        };
        /** Alike */
        Alike: {
            left: string;
            likeness: number | null;
            only_left: string[];
            only_right: string[];
            over: number;
            right: string;
            shared: string[];
        };
        /** Difference */
        AnalysesAgreementDifferencesDifference: {
            code: string;
            code_id: string;
            coding: string;
            end: number;
            id: string;
            /** @default  */
            instead: string;
            /** @default  */
            instead_id: string;
            /** @enum {string} */
            kind: "confusion" | "parent or child" | "borders" | "stance" | "omission";
            /** @default [] */
            left_out: string[];
            one: string;
            other: string;
            /** @default  */
            other_coding: string;
            /** @default  */
            outcome: string;
            source: string;
            source_name: string;
            start: number;
        };
        /** AnalysesAsked */
        AnalysesAsked: Record<string, never>;
        /** Side */
        AnalysesCompareSide: {
            case_ids: string[];
            cases: number;
            coding_ids: string[];
            codings: number;
            exposure: {
                [key: string]: number;
            };
            of_cases: number;
            of_participants: number;
            participant_ids: string[];
            participants: number;
            unfinished: number;
            unreviewed: number;
        };
        /** Opened */
        AnalysesContrastedOpened: {
            base_ids: string[];
            case_ids: string[];
            coding_ids: string[];
            participant_ids: string[];
            unreviewed_ids: string[];
        };
        /** Side */
        AnalysesContrastedSide: {
            asked: number | null;
            cases: number;
            codings: number;
            exposure: {
                [key: string]: number;
            };
            of_cases: number;
            of_participants: number;
            of_turns: number;
            of_words: number;
            participants: number;
            turns: number;
            unfinished: number;
            words: number;
        };
        /** AnalysesHere */
        AnalysesHere: {
            analyses: components["schemas"]["AnalysisLine"][];
            version: string;
        };
        /** Finding */
        AnalysesManuscriptsFindingsFinding: {
            /** @default [] */
            about: string[];
            do: string;
            kind: string;
            /** @default [] */
            places: components["schemas"]["Where"][];
            /** @enum {string} */
            weight: "fault" | "look";
            what: string;
            where: components["schemas"]["Where"];
            /** @default  */
            words: string;
        };
        /** Reach */
        AnalysesQcaSensitivityReach: {
            above: string | null;
            at: number;
            below: string | null;
            high: number;
            low: number;
            what: string;
        };
        /** Place */
        AnalysesRecruitmentPlace: {
            approached: number;
            case: string;
            declined: number;
            participant_ids: string[];
            planned: number | null;
            reasons: [
                string,
                string,
                number
            ][];
            recruited: number;
            role: string;
            /** @enum {string} */
            status: "on target" | "under" | "over" | "no target";
            withdrew: number;
        };
        /** Analysis */
        Analysis: {
            core: string | null;
            /**
             * @default mixed
             * @enum {string}
             */
            family: "reflexive TA" | "codebook TA" | "framework" | "grounded theory" | "content analysis" | "mixed";
            /** @default  */
            id: string;
            name: string;
            /** @default  */
            question: string;
        };
        /** AnalysisAddArguments */
        AnalysisAddArguments: {
            /**
             * @default mixed
             * @enum {string}
             */
            family?: "reflexive TA" | "codebook TA" | "framework" | "grounded theory" | "content analysis" | "mixed";
            name: string;
            /** @default  */
            question?: string;
        };
        /** AnalysisChangeArguments */
        AnalysisChangeArguments: {
            analysis: string;
            /** @enum {null|string} */
            family?: "reflexive TA" | "codebook TA" | "framework" | "grounded theory" | "content analysis" | "mixed" | null;
            name?: string | null;
            question?: string | null;
        };
        /** AnalysisCoreArguments */
        AnalysisCoreArguments: {
            analysis: string;
            category: string | null;
        };
        /** AnalysisLine */
        AnalysisLine: {
            code_ids: string[];
            coding_ids: string[];
            core: string | null;
            family: string;
            final: number;
            id: string;
            name: string;
            question: string;
            shared: components["schemas"]["Shared"][];
            themes: string[];
        };
        /** AnalysisRemoveArguments */
        AnalysisRemoveArguments: {
            analysis: string;
        };
        /** Anchor */
        Anchor: {
            /** @default  */
            at?: string;
            /** @default  */
            reason?: string;
        };
        /** AnchorHere */
        AnchorHere: {
            at: string;
            reason: string;
        };
        /** AnswerComing */
        AnswerComing: {
            before: string[] | null;
            identifier: string;
            /** @enum {string} */
            outcome: "answered" | "left empty" | "declined" | "does not apply";
            /** @enum {string} */
            outcome_before: "answered" | "left empty" | "declined" | "does not apply";
            participant: string;
            place: string;
            question: string;
            values: string[];
        };
        /** AnswerFileAsked */
        AnswerFileAsked: {
            columns?: {
                [key: string]: string;
            };
            /** @default  */
            encoding?: string;
            /** @default 1 */
            first?: number;
            /** @default  */
            instrument?: string;
            /** @default false */
            leave_unknown?: boolean;
            missing?: {
                [key: string]: "answered" | "left empty" | "declined" | "does not apply";
            };
            /** @default [] */
            no?: string[];
            /** @default  */
            sheet?: string;
            /** @default  */
            who?: string;
            /** @default [] */
            yes?: string[];
        };
        /** AnswerGiveArguments */
        AnswerGiveArguments: {
            interview?: string | null;
            /**
             * @default answered
             * @enum {string}
             */
            outcome?: "answered" | "left empty" | "declined" | "does not apply";
            participant: string;
            question: string;
            /** @default [] */
            values?: string[];
        };
        /** AnswerGiveManyArguments */
        AnswerGiveManyArguments: {
            answers: components["schemas"]["Given"][];
        };
        /** AnswerGiven */
        AnswerGiven: {
            /** @enum {string} */
            outcome: "answered" | "left empty" | "declined" | "does not apply";
            participant: string;
            question: string;
            values: string[];
        };
        /** AnswerSheet */
        AnswerSheet: {
            answers: components["schemas"]["AnswerGiven"][];
            items: components["schemas"]["Question"][];
            people: components["schemas"]["Answering"][];
        };
        /** AnswerTakeBackArguments */
        AnswerTakeBackArguments: {
            participant: string;
            questions: string[];
        };
        /** Answered */
        Answered: {
            answered: number;
            cases: number;
            counts: number[];
            group: number;
            item: number;
            median: number | null;
            missing: {
                [key: string]: number;
            };
            of_cases: number;
            participants: number;
            quartiles: [
                number,
                number
            ] | null;
        };
        /** Answering */
        Answering: {
            case: string;
            id: string;
            identifier: string;
        };
        /** AnsweringTurn */
        AnsweringTurn: {
            covered: string[];
            declined: boolean;
            turn: string;
            who: string;
            words: string;
        };
        /** AnswersBrought */
        AnswersBrought: {
            changes: components["schemas"]["AnswerComing"][];
            choices: string[];
            columns: components["schemas"]["ColumnComing"][];
            file: string;
            items: components["schemas"]["Question"][];
            left: string[];
            names: string[];
            reasons: string[];
            rows: components["schemas"]["RowComing"][];
            unknown: string[];
            who: string;
            written: number;
        };
        /** AnswersHere */
        AnswersHere: {
            by_case: components["schemas"]["Answered"][];
            case_people: {
                [key: string]: string[];
            }[];
            cases: components["schemas"]["Line"][];
            groups: components["schemas"]["Line"][];
            items: components["schemas"]["ItemAsked"][];
            notes: string[];
            people: {
                [key: string]: string[];
            }[];
            rows: components["schemas"]["Answered"][];
            tables: components["schemas"]["Table"][];
            tested: components["schemas"]["Tested"][];
            title: string;
            version: string;
        };
        /** AnswersOf */
        AnswersOf: {
            /** @default  */
            instrument?: string;
            /** @default [] */
            questions?: string[];
        };
        /** AnswersOptions */
        AnswersOptions: {
            /** @default primary */
            by?: string;
            /** @default [] */
            cases?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default  */
            instrument?: string;
            /** @default [] */
            items?: string[];
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /**
             * @default fitting
             * @enum {string}
             */
            test?: "fitting" | "none" | "kruskal-wallis" | "chi-square" | "fisher";
            /** @default [] */
            where?: string[];
        };
        /** Asked */
        Asked: {
            name: string;
            source: string;
            start: number;
        };
        /** AskingTurn */
        AskingTurn: {
            answer: components["schemas"]["AnsweringTurn"] | null;
            covered: string[];
            proposal: components["schemas"]["ReadsAskedProposal"] | null;
            question: string | null;
            start: number;
            topic: string | null;
            turn: string;
            who: string;
            words: string;
        };
        /** Attendance */
        Attendance: {
            /** @default  */
            id: string;
            interview: string;
            participant: string;
        };
        /** Attribute */
        Attribute: {
            /** @default  */
            description: string;
            /** @default false */
            grouping: boolean;
            /** @default  */
            id: string;
            name: string;
            /** @default [] */
            options: string[];
            /** @enum {string} */
            subject: "case" | "participant" | "interview" | "source";
            /**
             * @default text
             * @enum {string}
             */
            type: "text" | "number" | "date" | "boolean" | "one-of" | "many-of";
        };
        /** AttributeAddArguments */
        AttributeAddArguments: {
            /** @default  */
            description?: string;
            /** @default false */
            grouping?: boolean;
            name: string;
            /** @default [] */
            options?: string[];
            /** @enum {string} */
            subject: "case" | "participant" | "interview" | "source";
            /**
             * @default text
             * @enum {string}
             */
            type?: "text" | "number" | "date" | "boolean" | "one-of" | "many-of";
        };
        /** AttributeChangeArguments */
        AttributeChangeArguments: {
            attribute: string;
            description?: string | null;
            grouping?: boolean | null;
            name?: string | null;
            options?: string[] | null;
            /** @enum {null|string} */
            type?: "text" | "number" | "date" | "boolean" | "one-of" | "many-of" | null;
        };
        /** AttributeRecord */
        AttributeRecord: {
            /** @default false */
            grouping: boolean;
            /** @default true */
            inferred: boolean;
            name: string;
            /** @default [] */
            options: string[];
            /** @enum {string} */
            subject: "case" | "participant" | "interview" | "source";
            /**
             * @default text
             * @enum {string}
             */
            type: "text" | "number" | "date" | "boolean" | "one-of" | "many-of";
        };
        /** AttributeRemoveArguments */
        AttributeRemoveArguments: {
            attribute: string;
        };
        /** AttributeRenameOptionArguments */
        AttributeRenameOptionArguments: {
            attribute: string;
            name: string;
            option: string;
        };
        /** AttributeSetValuesArguments */
        AttributeSetValuesArguments: {
            attribute: string;
            /** @default false */
            extend?: boolean;
            values: {
                [key: string]: string | number | boolean | string[] | null;
            };
        };
        /** AttributeValue */
        AttributeValue: {
            attribute: string;
            /** @default  */
            id: string;
            of: string;
            /** @default  */
            value: string;
        };
        /** AuditAsked */
        AuditAsked: {
            /** @default  */
            file?: string;
            /** @default 5 */
            k?: number;
            /** @default [] */
            leave_out?: string[];
        };
        /** AuditShown */
        AuditShown: {
            faults: number;
            file: string;
            findings: components["schemas"]["AnalysesManuscriptsFindingsFinding"][];
            kinds: {
                [key: string]: string;
            };
            limits: string[];
            notes: string[];
            quotations: {
                [key: string]: number;
            };
            title: string;
            voices: components["schemas"]["VoiceRow"][];
        };
        /** Autocoded */
        Autocoded: {
            added: number;
            code: string;
            made: boolean;
        };
        /** BackupHere */
        BackupHere: {
            entries: number | null;
            made: number;
            number: number;
            reason: string;
            size: number;
        };
        /** Balance */
        Balance: {
            bias: number | null;
            both: number;
            coded: (number | null)[];
            negative: number | null;
            neither: number;
            once: number;
            pabak: number | null;
            positive: number | null;
            prevalence: number | null;
        };
        /** Band */
        Band: {
            cases: number;
            coding_ids: string[];
            how: string;
            origin: string;
            origin_kind: string;
            origin_label: string;
            participants: number;
            reason: string;
            theme: string;
            theme_label: string;
            whole: boolean;
        };
        /** Beginning */
        Beginning: {
            /** @default  */
            definition?: string;
            name: string;
            parent?: string | null;
            /** @default one */
            side?: string;
        };
        /** PairsHere */
        BenchPairsHere: {
            compared: number;
            left: number;
            note: string;
            options: components["schemas"]["PairOptions"];
            pairs: components["schemas"]["PairHere"][];
            version: string;
        };
        /** Beside */
        Beside: {
            by: string;
            left: components["schemas"]["Line"];
            neither: number;
            notes: string[];
            right: components["schemas"]["Line"];
            rows: components["schemas"]["Compared"][];
            version: string;
        };
        /** Bit */
        Bit: {
            wanted: boolean;
            words: string;
        };
        /** Board */
        Board: {
            analyses: components["schemas"]["Analysis"][];
            themes: components["schemas"]["ThemeLine"][];
            version: string;
        };
        /** BookBrought */
        BookBrought: {
            label: string;
            merge: components["schemas"]["BookMerge"];
            same: boolean;
        };
        /** BookMerge */
        BookMerge: {
            changes: components["schemas"]["CellComing"][];
            conflicts: components["schemas"]["CellComing"][];
            same: number;
            twice: string[];
            unknown_columns: string[];
            unknown_rows: string[];
        };
        /** BroughtIn */
        BroughtIn: {
            again: number;
            draft: string;
            entry: string;
            known: boolean;
            proposals: string[];
        };
        /** Candidate */
        Candidate: {
            about: string;
            /** @enum {string} */
            about_kind: "theme" | "code";
            /** @default by hand */
            rule?: string;
            thing: string;
            /** @enum {string} */
            thing_kind: "coding" | "turn" | "participant" | "case";
        };
        /** CandidateHere */
        CandidateHere: {
            found: components["schemas"]["Negative"];
            id: string;
        };
        /** Case */
        Case: {
            code: string;
            /** @default  */
            description: string;
            /** @default  */
            id: string;
            merged_into: string | null;
            /** @default  */
            name: string;
            /** @default 0 */
            position: number;
        };
        /** CaseAddArguments */
        CaseAddArguments: {
            code: string;
            /** @default  */
            description?: string;
            /** @default  */
            name?: string;
        };
        /** CaseChangeArguments */
        CaseChangeArguments: {
            case: string;
            code?: string | null;
            description?: string | null;
            name?: string | null;
        };
        /** CaseHere */
        CaseHere: {
            id: string;
            label: string;
            /** @default  */
            nothing: string;
        };
        /** CaseMergeArguments */
        CaseMergeArguments: {
            case: string;
            into: string;
        };
        /** CaseOrderArguments */
        CaseOrderArguments: {
            cases: string[];
        };
        /** CasePartArguments */
        CasePartArguments: {
            case: string;
        };
        /** CaseRecord */
        CaseRecord: {
            attributes: {
                [key: string]: string;
            };
            code: string;
            /** @default  */
            description: string;
            /** @default  */
            name: string;
        };
        /** CaseRemoveArguments */
        CaseRemoveArguments: {
            cases: string[];
        };
        /** CategoryAsked */
        CategoryAsked: {
            category: string;
        };
        /** CategoryHere */
        CategoryHere: {
            core: string[];
            properties: components["schemas"]["CodeSegment"][];
            relations: components["schemas"]["RelatedHere"][];
            version: string;
        };
        /** CategoryRow */
        CategoryRow: {
            case_ids: string[];
            cases: number;
            compared: number;
            comparison_ids: string[];
            comparisons: number;
            decisions: {
                [key: string]: number;
            };
            done: [
                string,
                string
            ][];
            id: string;
            label: string;
            left: [
                string,
                string
            ][];
            pairs: number;
            properties: number;
            relations: number;
            segments: number;
            since: number | null;
            ungrounded: number;
            with_both_ends: number;
        };
        /** Cell */
        Cell: {
            base_ids: string[];
            case_ids: string[];
            cases: number;
            coding_ids: string[];
            codings: number;
            column: string;
            exposure: {
                [key: string]: number;
            };
            not_so: number;
            nowhere: number;
            nowhere_ids: string[];
            of_cases: number;
            of_participants: number;
            of_words: number | null;
            participant_ids: string[];
            participants: number;
            recruited: number;
            row: string;
            unfinished: number;
            unreviewed: number;
            unreviewed_ids: string[];
            unreviewed_participants: number;
            with_text: number;
            words: number | null;
        };
        /** CellAsked */
        CellAsked: {
            column: string;
            options: components["schemas"]["MatrixOptions"];
            row: string;
        };
        /** CellComing */
        CellComing: {
            column: string;
            here: string;
            of: string;
            row: string;
            there: string;
            was: string;
            whose: string;
        };
        /** CellOpened */
        CellOpened: {
            cell: components["schemas"]["Cell"];
            quotations: components["schemas"]["Quotation"][];
        };
        /** CellWords */
        CellWords: {
            of: string;
            row: string;
            seen?: string[] | null;
            segments?: string[] | null;
            words: string;
        };
        /** ChangeLine */
        ChangeLine: {
            after: string;
            before: string;
            field: string;
            id: string;
            kind: string;
            thing: string;
        };
        /** ChartingAsked */
        ChartingAsked: {
            options: components["schemas"]["FrameworkOptions"];
            row: string;
        };
        /** ChartingHere */
        ChartingHere: {
            cells: components["schemas"]["FrameworkCell"][];
            columns: components["schemas"]["Line"][];
            framework: string;
            label: string;
            quotations: components["schemas"]["Quotation"][];
            version: string;
        };
        /** Check */
        Check: {
            /** @default [] */
            cannot_say: string[];
            /** @default [] */
            depends_on: string[];
            /** @enum {string} */
            kind: "case left out" | "coder left out" | "participant left out" | "counted otherwise";
            of: number;
            survived: number;
        };
        /** Choice */
        Choice: {
            place: string;
            what: string;
        };
        /** Claim */
        Claim: {
            analysis: string | null;
            /** @default  */
            by: string;
            /** @default  */
            id: string;
            member: string;
            /** @default 0 */
            number: number;
            /** @default 0 */
            of: number;
            /** @default  */
            one: string;
            /** @default  */
            other: string;
            /** @default 0 */
            position: number;
            /**
             * @default some
             * @enum {string}
             */
            quantifier: "all" | "most" | "many" | "some" | "few" | "one" | "none" | "only in" | "more in" | "often but not only" | "n of N";
            /** @default  */
            query: string;
            /** @default  */
            reason: string;
            /**
             * @default codings
             * @enum {string}
             */
            rests_on: "codings" | "documents" | "answers" | "judgement";
            /** @default  */
            scope: string;
            sentence: string;
            /**
             * @default not said
             * @enum {string}
             */
            silence: "not said" | "open";
            theme: string | null;
            /**
             * @default participants
             * @enum {string}
             */
            unit: "participants" | "cases" | "groups" | "sources";
        };
        /** ClaimAsked */
        ClaimAsked: {
            claim: string;
        };
        /** ClaimChangeArguments */
        ClaimChangeArguments: {
            analysis?: string | null;
            by?: string | null;
            claim: string;
            number?: number | null;
            of?: number | null;
            one?: string | null;
            other?: string | null;
            /** @enum {null|string} */
            quantifier?: "all" | "most" | "many" | "some" | "few" | "one" | "none" | "only in" | "more in" | "often but not only" | "n of N" | null;
            query?: string | null;
            reason?: string | null;
            /** @enum {null|string} */
            rests_on?: "codings" | "documents" | "answers" | "judgement" | null;
            scope?: string | null;
            sentence?: string | null;
            /** @enum {null|string} */
            silence?: "not said" | "open" | null;
            theme?: string | null;
            /** @enum {null|string} */
            unit?: "participants" | "cases" | "groups" | "sources" | null;
        };
        /** ClaimHere */
        ClaimHere: {
            quotations: components["schemas"]["Quotation"][];
            standing: components["schemas"]["ClaimStanding"];
            version: string;
        };
        /** ClaimLookArguments */
        ClaimLookArguments: {
            claims: string[];
        };
        /** ClaimOrderArguments */
        ClaimOrderArguments: {
            claims: string[];
        };
        /** ClaimRemoveArguments */
        ClaimRemoveArguments: {
            claims: string[];
        };
        /** ClaimStanding */
        ClaimStanding: {
            /** @default [] */
            checks: components["schemas"]["Check"][];
            claim: string;
            /** @default [] */
            groups: components["schemas"]["GroupTally"][];
            kinds: {
                [key: string]: number;
            };
            /** @default  */
            problem: string;
            /** @enum {string} */
            quantifier: "all" | "most" | "many" | "some" | "few" | "one" | "none" | "only in" | "more in" | "often but not only" | "n of N";
            /** @default  */
            query: string;
            /** @enum {string} */
            rests_on: "codings" | "documents" | "answers" | "judgement";
            /** @default  */
            robustness: string;
            /** @default  */
            says: string;
            sentence: string;
            /** @enum {string} */
            silence: "not said" | "open";
            /**
             * @default cannot say
             * @enum {string}
             */
            status: "shown" | "not shown" | "contradicted" | "cannot say" | "no verdict";
            tally: components["schemas"]["Tally"];
            /** @enum {string} */
            unit: "participants" | "cases" | "groups" | "sources";
            /** @default [] */
            units: components["schemas"]["UnitStanding"][];
            /** @default 0 */
            unreviewed: number;
            /** @default  */
            why: string;
        };
        /** ClaimTried */
        ClaimTried: {
            analysis?: string | null;
            /** @default  */
            by?: string;
            /** @default 0 */
            number?: number;
            /** @default 0 */
            of?: number;
            /** @default  */
            one?: string;
            /** @default  */
            other?: string;
            /**
             * @default some
             * @enum {string}
             */
            quantifier?: "all" | "most" | "many" | "some" | "few" | "one" | "none" | "only in" | "more in" | "often but not only" | "n of N";
            /** @default  */
            query?: string;
            /** @default  */
            reason?: string;
            /**
             * @default codings
             * @enum {string}
             */
            rests_on?: "codings" | "documents" | "answers" | "judgement";
            /** @default  */
            scope?: string;
            /** @default … */
            sentence?: string;
            /**
             * @default not said
             * @enum {string}
             */
            silence?: "not said" | "open";
            theme?: string | null;
            /**
             * @default participants
             * @enum {string}
             */
            unit?: "participants" | "cases" | "groups" | "sources";
        };
        /** ClaimWriteArguments */
        ClaimWriteArguments: {
            analysis?: string | null;
            /** @default  */
            by?: string;
            /** @default 0 */
            number?: number;
            /** @default 0 */
            of?: number;
            /** @default  */
            one?: string;
            /** @default  */
            other?: string;
            /**
             * @default some
             * @enum {string}
             */
            quantifier?: "all" | "most" | "many" | "some" | "few" | "one" | "none" | "only in" | "more in" | "often but not only" | "n of N";
            /** @default  */
            query?: string;
            /** @default  */
            reason?: string;
            /**
             * @default codings
             * @enum {string}
             */
            rests_on?: "codings" | "documents" | "answers" | "judgement";
            /** @default  */
            scope?: string;
            sentence: string;
            /**
             * @default not said
             * @enum {string}
             */
            silence?: "not said" | "open";
            theme?: string | null;
            /**
             * @default participants
             * @enum {string}
             */
            unit?: "participants" | "cases" | "groups" | "sources";
        };
        /** Code */
        Code: {
            /** @default false */
            category: boolean;
            /** @default  */
            colour: string;
            /** @default  */
            definition: string;
            /** @default  */
            example: string;
            /** @default  */
            exclusion: string;
            /** @default  */
            id: string;
            /** @default  */
            inclusion: string;
            merged_into: string | null;
            name: string;
            parent: string | null;
            /** @default 0 */
            position: number;
            /** @default  */
            properties: string;
            /** @default false */
            retired: boolean;
        };
        /** CodeAddArguments */
        CodeAddArguments: {
            /** @default false */
            category?: boolean;
            /** @default  */
            colour?: string;
            /** @default  */
            definition?: string;
            /** @default  */
            example?: string;
            /** @default  */
            exclusion?: string;
            /** @default  */
            inclusion?: string;
            name: string;
            parent?: string | null;
        };
        /** CodeColourArguments */
        CodeColourArguments: {
            code: string;
            colour: string;
        };
        /** CodeCounts */
        CodeCounts: {
            by_case: {
                [key: string]: number;
            };
            by_member: {
                [key: string]: number;
            };
            code: string;
            unreviewed: number;
            without_case: number;
        };
        /** CodeDefineArguments */
        CodeDefineArguments: {
            code: string;
            definition?: string | null;
            example?: string | null;
            exclusion?: string | null;
            inclusion?: string | null;
            properties?: string | null;
        };
        /** CodeLine */
        CodeLine: {
            code: components["schemas"]["Code"];
            codings: number;
            depth: number;
            path: string;
            sources: number;
            unreviewed: number;
        };
        /** CodeMergeArguments */
        CodeMergeArguments: {
            code: string;
            into: string;
        };
        /** CodeMoveArguments */
        CodeMoveArguments: {
            code: string;
            parent: string | null;
            position?: number | null;
        };
        /** CodeOrderArguments */
        CodeOrderArguments: {
            codes: string[];
            parent?: string | null;
        };
        /** CodePartArguments */
        CodePartArguments: {
            code: string;
        };
        /** CodeRemoveArguments */
        CodeRemoveArguments: {
            code: string;
        };
        /** CodeRenameArguments */
        CodeRenameArguments: {
            code: string;
            name: string;
        };
        /** CodeRetireArguments */
        CodeRetireArguments: {
            code: string;
            /** @default true */
            retired?: boolean;
        };
        /** CodeSegment */
        CodeSegment: {
            at_high: components["schemas"]["SideWords"] | null;
            at_low: components["schemas"]["SideWords"] | null;
            description: string;
            high: string;
            id: string;
            low: string;
            name: string;
        };
        /** CodeSplitArguments */
        CodeSplitArguments: {
            code: string;
            codings: string[];
            /** @default  */
            definition?: string;
            name: string;
            /** @default false */
            under?: boolean;
        };
        /** CodeTakeUpArguments */
        CodeTakeUpArguments: {
            /** @default true */
            category?: boolean;
            code: string;
        };
        /** Codes */
        Codes: {
            codes: components["schemas"]["CodeLine"][];
            merged: {
                [key: string]: string;
            };
            version: string;
        };
        /** CodingAcceptArguments */
        CodingAcceptArguments: {
            codings: string[];
        };
        /** CodingApplyAllArguments */
        CodingApplyAllArguments: {
            member?: string | null;
            /**
             * @default by hand
             * @enum {string}
             */
            origin?: "by hand" | "in vivo" | "rule" | "import" | "agreed";
            placements: components["schemas"]["Placement"][];
            /** @default  */
            rule?: string;
        };
        /** CodingApplyArguments */
        CodingApplyArguments: {
            code: string;
            /** @default  */
            comment?: string;
            member?: string | null;
            /**
             * @default by hand
             * @enum {string}
             */
            origin?: "by hand" | "in vivo" | "rule" | "import" | "agreed";
            source: string;
            span?: components["schemas"]["Span"] | null;
            /**
             * @default yes
             * @enum {string}
             */
            stance?: "yes" | "no";
            /** @default 0 */
            weight?: number;
        };
        /** CodingApplyManyArguments */
        CodingApplyManyArguments: {
            code: string;
            member?: string | null;
            /**
             * @default by hand
             * @enum {string}
             */
            origin?: "by hand" | "in vivo" | "rule" | "import" | "agreed";
            places: [
                string,
                components["schemas"]["Span"]
            ][];
            /** @default  */
            rule?: string;
        };
        /** CodingByRuleArguments */
        CodingByRuleArguments: {
            code?: string | null;
            member?: string | null;
            /** @default  */
            name?: string;
            parent?: string | null;
            places: [
                string,
                components["schemas"]["Span"]
            ][];
            rule: string;
        };
        /** CodingChange */
        CodingChange: {
            /** @default 0 */
            added: number;
            /** @default 0 */
            came: number;
            code: string;
            member: string;
            /** @default 0 */
            removed: number;
            /** @default 0 */
            went: number;
        };
        /** CodingCommentArguments */
        CodingCommentArguments: {
            coding: string;
            comment: string;
        };
        /** CodingHere */
        CodingHere: {
            code: string;
            comment: string;
            end: number;
            from_ms: number | null;
            id: string;
            member: string;
            /** @enum {string} */
            origin: "by hand" | "in vivo" | "rule" | "import" | "agreed";
            /** @enum {string} */
            place: "text" | "area" | "time" | "whole";
            /** @enum {string} */
            stance: "yes" | "no";
            start: number;
            to_ms: number | null;
            unreviewed: boolean;
            weight: number;
        };
        /** CodingInVivoArguments */
        CodingInVivoArguments: {
            member?: string | null;
            parent?: string | null;
            source: string;
            span: components["schemas"]["Span"];
        };
        /** CodingLine */
        CodingLine: {
            accepted: string;
            case: string;
            code: string;
            comment: string;
            covered: string[];
            end: number;
            id: string;
            member: string;
            origin: string;
            participants: string[];
            place: string;
            quote: string;
            rule: string;
            source: string;
            stance: string;
            start: number;
            unreviewed: boolean;
            weight: number;
        };
        /** CodingRecodeArguments */
        CodingRecodeArguments: {
            code: string;
            codings: string[];
        };
        /** CodingRemoveArguments */
        CodingRemoveArguments: {
            codings: string[];
        };
        /** CodingResizeArguments */
        CodingResizeArguments: {
            coding: string;
            span: components["schemas"]["Span"];
        };
        /** CodingStanceArguments */
        CodingStanceArguments: {
            coding: string;
            /** @enum {string} */
            stance: "yes" | "no";
        };
        /** CodingWeighArguments */
        CodingWeighArguments: {
            coding: string;
            weight: number;
        };
        /** CodingsAsked */
        CodingsAsked: {
            /** @default [] */
            codes?: string[];
            /** @default [] */
            codings?: string[];
            /** @default 200 */
            limit?: number;
            /** @default [] */
            members?: string[];
            /** @default 0 */
            offset?: number;
            /** @default [] */
            sources?: string[];
            /** @default false */
            unreviewed?: boolean;
            /** @default  */
            words?: string;
        };
        /** Coefficient */
        Coefficient: {
            /** @default 0 */
            categories: number;
            error: number | null;
            expected: number | null;
            high: number | null;
            low: number | null;
            name: string;
            observed: number | null;
            /** @default  */
            undefined: string;
            value: number | null;
        };
        /** Column */
        Column: {
            heading: string;
            key: string;
            /**
             * @default text
             * @enum {string}
             */
            nature: "text" | "count" | "number" | "percent";
        };
        /** ColumnComing */
        ColumnComing: {
            answered: number;
            by: string;
            column: string;
            item: string;
            option: string;
            others: {
                [key: string]: number;
            };
        };
        /** CompareOptions */
        CompareOptions: {
            /** @default  */
            analysis?: string;
            /** @default  */
            by?: string;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            left: string;
            /** @default [] */
            members?: string[];
            /** @default false */
            neither?: boolean;
            /** @default [] */
            participants?: string[];
            right: string;
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** Compared */
        Compared: {
            both: number;
            key: string;
            /** @enum {string} */
            kind: "shared" | "only left" | "only right" | "neither";
            label: string;
            left: components["schemas"]["AnalysesCompareSide"];
            right: components["schemas"]["AnalysesCompareSide"];
        };
        /** ComparedHere */
        ComparedHere: {
            core: components["schemas"]["CoreRow"][];
            notes: string[];
            rows: components["schemas"]["CategoryRow"][];
            table: components["schemas"]["Table"];
            version: string;
        };
        /** ComparedOptions */
        ComparedOptions: {
            /** @default [] */
            categories?: string[];
            /** @default  */
            member?: string;
        };
        /** ComparedSide */
        ComparedSide: {
            id: string;
            /** @enum {string} */
            kind: "coding" | "turn" | "code" | "case" | "theme";
        };
        /** Comparison */
        Comparison: {
            category: string | null;
            /**
             * @default undecided
             * @enum {string}
             */
            decision: "same" | "extends" | "split" | "new" | "negative" | "undecided";
            /** @default  */
            id: string;
            member: string;
            one: string;
            one_kind: string;
            other: string;
            other_kind: string;
            outcome: string | null;
            /** @default  */
            outcome_kind: string;
            /** @default  */
            reason: string;
            /** @default  */
            rule: string;
            /** @default 0 */
            seed: number;
        };
        /** ComparisonChangeArguments */
        ComparisonChangeArguments: {
            comparison: string;
            /** @enum {null|string} */
            decision?: "same" | "extends" | "split" | "new" | "negative" | "undecided" | null;
            extends?: components["schemas"]["Extension"] | null;
            /** @default one */
            negative?: string;
            new?: components["schemas"]["Beginning"] | null;
            reason?: string | null;
            /** @default [] */
            split?: components["schemas"]["Part"][];
        };
        /** ComparisonDecideArguments */
        ComparisonDecideArguments: {
            category?: string | null;
            /**
             * @default undecided
             * @enum {string}
             */
            decision?: "same" | "extends" | "split" | "new" | "negative" | "undecided";
            extends?: components["schemas"]["Extension"] | null;
            /** @default one */
            negative?: string;
            new?: components["schemas"]["Beginning"] | null;
            one: components["schemas"]["VerbsComparisonsSide"];
            other: components["schemas"]["VerbsComparisonsSide"];
            /** @default  */
            reason?: string;
            /** @default  */
            rule?: string;
            /** @default 0 */
            seed?: number;
            /** @default [] */
            split?: components["schemas"]["Part"][];
        };
        /** ComparisonHere */
        ComparisonHere: {
            comparison: components["schemas"]["Comparison"];
            made: number;
            one: components["schemas"]["SideWords"];
            other: components["schemas"]["SideWords"];
        };
        /** ComparisonRemoveArguments */
        ComparisonRemoveArguments: {
            comparison: string;
        };
        /** ComparisonsAsked */
        ComparisonsAsked: {
            /** @default  */
            category?: string;
            /** @default [] */
            comparisons?: string[];
        };
        /** ComparisonsHere */
        ComparisonsHere: {
            comparisons: components["schemas"]["ComparisonHere"][];
            properties: components["schemas"]["CodeSegment"][];
            version: string;
        };
        /** ConditionAddArguments */
        ConditionAddArguments: {
            /**
             * @default judgement
             * @enum {string}
             */
            basis?: "judgement" | "attribute" | "share";
            configuration: string;
            crossover?: components["schemas"]["Anchor"] | null;
            /**
             * @default either
             * @enum {string}
             */
            expects?: "either" | "present" | "absent";
            /** @default  */
            expects_reason?: string;
            full_in?: components["schemas"]["Anchor"] | null;
            full_out?: components["schemas"]["Anchor"] | null;
            /** @default  */
            meaning?: string;
            name: string;
            /**
             * @default fuzzy
             * @enum {string}
             */
            nature?: "fuzzy" | "crisp";
            of?: string | null;
            /**
             * @default condition
             * @enum {string}
             */
            part?: "condition" | "outcome";
            /** @default [] */
            values?: string[];
        };
        /** ConditionChangeArguments */
        ConditionChangeArguments: {
            /** @enum {null|string} */
            basis?: "judgement" | "attribute" | "share" | null;
            condition: string;
            crossover?: components["schemas"]["Anchor"] | null;
            /** @enum {null|string} */
            expects?: "either" | "present" | "absent" | null;
            expects_reason?: string | null;
            full_in?: components["schemas"]["Anchor"] | null;
            full_out?: components["schemas"]["Anchor"] | null;
            meaning?: string | null;
            name?: string | null;
            /** @enum {null|string} */
            nature?: "fuzzy" | "crisp" | null;
            of?: string | null;
            /** @enum {null|string} */
            part?: "condition" | "outcome" | null;
            values?: string[] | null;
        };
        /** ConditionOrderArguments */
        ConditionOrderArguments: {
            conditions: string[];
        };
        /** ConditionRemoveArguments */
        ConditionRemoveArguments: {
            condition: string;
        };
        /** ConfigurationBeginArguments */
        ConfigurationBeginArguments: {
            name: string;
            /** @default  */
            question?: string;
            why: string;
        };
        /** ConfigurationChangeArguments */
        ConfigurationChangeArguments: {
            cases?: number | null;
            configuration: string;
            consistency?: string | null;
            cuts_reason?: string | null;
            name?: string | null;
            question?: string | null;
            why?: string | null;
        };
        /** ConfigurationHere */
        ConfigurationHere: {
            cases: number;
            consistency: string;
            cuts_reason: string;
            id: string;
            name: string;
            question: string;
            sets: components["schemas"]["SetHere"][];
            why: string;
        };
        /** ConfigurationRemoveArguments */
        ConfigurationRemoveArguments: {
            configuration: string;
        };
        /** ConfigurationsHere */
        ConfigurationsHere: {
            cases: components["schemas"]["CaseHere"][];
            configurations: components["schemas"]["ConfigurationHere"][];
            off: string;
            version: string;
        };
        /** ConflictKeepArguments */
        ConflictKeepArguments: {
            conflict: string;
            side: number;
        };
        /** ConflictWriteArguments */
        ConflictWriteArguments: {
            conflict: string;
            /** @default 0 */
            side?: number;
            text: string;
        };
        /** Consent */
        Consent: {
            /**
             * @default not asked
             * @enum {string}
             */
            archive: "yes" | "no" | "not asked";
            /** @default  */
            id: string;
            /**
             * @default not asked
             * @enum {string}
             */
            machine: "yes" | "no" | "not asked";
            /** @default  */
            note: string;
            /**
             * @default not asked
             * @enum {string}
             */
            paraphrase: "yes" | "no" | "not asked";
            participant: string;
            /**
             * @default not asked
             * @enum {string}
             */
            recontact: "yes" | "no" | "not asked";
            /** @default  */
            until: string;
            /**
             * @default not asked
             * @enum {string}
             */
            verbatim: "yes" | "no" | "not asked";
        };
        /** ConsentForgetArguments */
        ConsentForgetArguments: {
            participants: string[];
        };
        /** ConsentSetArguments */
        ConsentSetArguments: {
            /** @enum {null|string} */
            archive?: "yes" | "no" | "not asked" | null;
            /** @enum {null|string} */
            machine?: "yes" | "no" | "not asked" | null;
            note?: string | null;
            /** @enum {null|string} */
            paraphrase?: "yes" | "no" | "not asked" | null;
            participants: string[];
            /** @enum {null|string} */
            recontact?: "yes" | "no" | "not asked" | null;
            until?: string | null;
            /** @enum {null|string} */
            verbatim?: "yes" | "no" | "not asked" | null;
        };
        /** ConsentSetManyArguments */
        ConsentSetManyArguments: {
            said: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /** ContentNote */
        ContentNote: {
            about: string;
            /** @default [] */
            area: string[];
            /** @default 0 */
            end: number;
            /** @default  */
            first: string;
            from_ms: number | null;
            /** @default  */
            id: string;
            /** @default  */
            last: string;
            /** @default  */
            note: string;
            /**
             * @default text
             * @enum {string}
             */
            place: "text" | "area" | "time" | "whole";
            source: string;
            /** @default 0 */
            start: number;
            to_ms: number | null;
        };
        /** ContentNoteAddArguments */
        ContentNoteAddArguments: {
            about: string;
            /** @default  */
            note?: string;
            source: string;
            span?: components["schemas"]["Span"] | null;
        };
        /** ContentNoteHere */
        ContentNoteHere: {
            about: string;
            end: number;
            id: string;
            note: string;
            /** @enum {string} */
            place: "text" | "area" | "time" | "whole";
            start: number;
        };
        /** ContentNoteRemoveArguments */
        ContentNoteRemoveArguments: {
            content_note: string;
        };
        /** Contrast */
        Contrast: {
            checks: components["schemas"]["Check"][];
            difference: number | null;
            /** @enum {string} */
            direction: "more left" | "more right" | "no difference" | "cannot say";
            interval: [
                number,
                number
            ] | null;
            key: string;
            label: string;
            left: string;
            left_side: components["schemas"]["AnalysesContrastedSide"];
            right: string;
            right_side: components["schemas"]["AnalysesContrastedSide"];
            robust: boolean;
            robustness: string;
        };
        /** ContrastOptions */
        ContrastOptions: {
            /** @default  */
            analysis?: string;
            /** @default  */
            assumption?: string;
            /** @default primary */
            by?: string;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /**
             * @default participants
             * @enum {string}
             */
            count?: "participants" | "cases" | "words" | "turns";
            /** @default false */
            include_unreviewed?: boolean;
            /** @default  */
            left?: string;
            /** @default [] */
            members?: string[];
            /** @default codes */
            of?: string;
            /** @default [] */
            participants?: string[];
            /** @default  */
            query?: string;
            /** @default  */
            right?: string;
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** ContrastsHere */
        ContrastsHere: {
            contrasts: components["schemas"]["Contrast"][];
            groups: components["schemas"]["Line"][];
            notes: string[];
            rows: components["schemas"]["Line"][];
            title: string;
            version: string;
        };
        /** CoreRow */
        CoreRow: {
            analysis: string;
            analysis_label: string;
            apart: string[];
            cases: number;
            coding_ids: string[];
            id: string;
            label: string;
            of_cases: number;
            of_participants: number;
            others: number;
            participants: number;
            related: number;
        };
        /** Correction */
        Correction: {
            edits: [
                components["schemas"]["Span"],
                string
            ][];
            touched: components["schemas"]["Touched"][];
        };
        /** Count */
        Count: {
            /** @default 0 */
            added: number;
            /** @default 0 */
            changed: number;
            /** @default 0 */
            there: number;
        };
        /** Decided */
        Decided: {
            agreed: string[];
            code: string;
            deciders: string[];
            difference: string;
            discussion: string | null;
            end: number;
            id: string;
            instead: string;
            outcome: string;
            reason: string;
            source: string;
            source_name: string;
            start: number;
        };
        /** DifferenceAdjudicateArguments */
        DifferenceAdjudicateArguments: {
            another?: components["schemas"]["Placement"] | null;
            /** @default [] */
            deciders?: string[];
            difference: components["schemas"]["Differing"];
            discussion?: string | null;
            /** @enum {string} */
            outcome: "one" | "other" | "both" | "neither" | "another";
            reason: string;
        };
        /** DifferenceAsked */
        DifferenceAsked: {
            /** @default 40 */
            context?: number;
            difference: string;
            options?: components["schemas"]["DifferenceOptions"];
        };
        /** DifferenceOpened */
        DifferenceOpened: {
            covered: string[];
            decided: components["schemas"]["Decided"] | null;
            difference: components["schemas"]["AnalysesAgreementDifferencesDifference"];
            from: number;
            participants: string[];
            sides: [
                components["schemas"]["SideThere"],
                components["schemas"]["SideThere"]
            ];
            text: string;
            to: number;
        };
        /** DifferenceOptions */
        DifferenceOptions: {
            /** @default  */
            analysis?: string;
            /**
             * @default all
             * @enum {string}
             */
            by?: "all" | "pairs" | "perspectives";
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default 0.95 */
            confidence?: number;
            /** @default [] */
            groups?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            kinds?: ("confusion" | "parent or child" | "borders" | "stance" | "omission")[];
            /**
             * @default each
             * @enum {string}
             */
            labels?: "each" | "sets" | "steps";
            /**
             * @default [
             *       "codes",
             *       "domains",
             *       "overall"
             *     ]
             */
            levels?: ("codes" | "domains" | "overall")[];
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /**
             * @default done
             * @enum {string}
             */
            read?: "done" | "coded";
            /** @default 1000 */
            resamples?: number;
            /** @default [] */
            roles?: string[];
            /**
             * @default ordinal
             * @enum {string}
             */
            scale?: "ordinal" | "interval";
            /** @default 1 */
            seed?: number;
            /** @default  */
            segments?: string;
            /**
             * @default with
             * @enum {string}
             */
            settled?: "without" | "with" | "only";
            /** @default 0 */
            slack?: number;
            /** @default [] */
            sources?: string[];
            /**
             * @default characters
             * @enum {string}
             */
            units?: "characters" | "words" | "sentences" | "turns" | "segments";
            /**
             * @default all
             * @enum {string}
             */
            universe?: "all" | "coded";
            /** @default [] */
            where?: string[];
        };
        /** DifferencesAsked */
        DifferencesAsked: {
            /** @default [] */
            about?: string[];
            /** @default [] */
            between?: string[];
            /** @default 50 */
            limit?: number;
            /** @default 0 */
            offset?: number;
            /** @default [] */
            opened?: string[];
            options?: components["schemas"]["DifferenceOptions"];
            /**
             * @default kind
             * @enum {string}
             */
            order?: "kind" | "place" | "code" | "coders" | "decided";
        };
        /** DifferencesHere */
        DifferencesHere: {
            counts: components["schemas"]["Places"][];
            differences: components["schemas"]["AnalysesAgreementDifferencesDifference"][];
            notes: string[];
            /** @default  */
            off: string;
            quotations: components["schemas"]["Quotation"][];
            title: string;
            total: number;
            version: string;
        };
        /** Differing */
        Differing: {
            coding: string;
            /** @enum {string} */
            kind: "confusion" | "parent or child" | "borders" | "stance" | "omission";
            /** @default [] */
            left_out?: string[];
            /** @default  */
            other?: string;
        };
        /** Disagreement */
        Disagreement: {
            about: string;
            field: string;
            id: string;
            kind: string;
            /** @enum {string} */
            nature: "field" | "circle" | "removed" | "twins" | "text";
            sides: components["schemas"]["SideInWords"][];
            things: string[];
            what: string;
            writable: boolean;
        };
        /** Discussion */
        Discussion: {
            about: string | null;
            /** @default  */
            about_kind: string;
            /** @default  */
            id: string;
            member: string;
            /** @default  */
            outcome: string;
            question: string;
            /**
             * @default writing
             * @enum {string}
             */
            state: "writing" | "shown" | "closed";
        };
        /** DiscussionCloseArguments */
        DiscussionCloseArguments: {
            discussion: string;
            outcome: string;
        };
        /** DiscussionInviteArguments */
        DiscussionInviteArguments: {
            discussion: string;
            members: string[];
        };
        /** DiscussionOpenArguments */
        DiscussionOpenArguments: {
            /** @default  */
            about?: string;
            /** @default  */
            about_kind?: string;
            members: string[];
            question: string;
        };
        /** DiscussionReleaseArguments */
        DiscussionReleaseArguments: {
            discussion: string;
            members: string[];
        };
        /** DiscussionRemoveArguments */
        DiscussionRemoveArguments: {
            discussion: string;
        };
        /** DiscussionShowArguments */
        DiscussionShowArguments: {
            discussion: string;
        };
        /** DiscussionsAsked */
        DiscussionsAsked: {
            /** @default  */
            about?: string;
        };
        /** DiscussionsHere */
        DiscussionsHere: {
            discussions: components["schemas"]["Held"][];
            version: string;
        };
        /** DocumentFix */
        DocumentFix: {
            case?: string | null;
            date?: string | null;
            key: string;
            /** @default false */
            leave_out?: boolean;
            name?: string | null;
            /** @enum {null|string} */
            nature?: "transcript" | "document" | "field note" | "answer" | "image" | "recording" | null;
            participants?: string[] | null;
            /** @default [] */
            voices?: components["schemas"]["VoiceFix"][];
        };
        /** DocumentHere */
        DocumentHere: {
            attributes: {
                [key: string]: string;
            };
            beginning: string;
            case: string;
            characters: number;
            date: string;
            encoding: string;
            file: string;
            key: string;
            language: string;
            name: string;
            /** @enum {string} */
            nature: "transcript" | "document" | "field note" | "answer" | "image" | "recording";
            participants: string[];
            path: string;
            source: string;
            speakers: components["schemas"]["LabelHere"][];
            turns: number;
        };
        /** Done[AnswersBrought] */
        DoneAnswersBrought: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["AnswersBrought"];
            verb: string;
        };
        /** Done[Autocoded] */
        DoneAutocoded: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["Autocoded"];
            verb: string;
        };
        /** Done[BookBrought] */
        DoneBookBrought: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["BookBrought"];
            verb: string;
        };
        /** Done[bool] */
        DoneBool: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: boolean;
            verb: string;
        };
        /** Done[Correction] */
        DoneCorrection: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["Correction"];
            verb: string;
        };
        /** Done[dict[str, Correction]] */
        DoneDictStrCorrection: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: {
                [key: string]: components["schemas"]["Correction"];
            };
            verb: string;
        };
        /** Done[dict[str, int]] */
        DoneDictStrInt: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: {
                [key: string]: number;
            };
            verb: string;
        };
        /** Done[Filled] */
        DoneFilled: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["Filled"];
            verb: string;
        };
        /** Done[ImportHere] */
        DoneImportHere: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["ImportHere"];
            verb: string;
        };
        /** Done[int] */
        DoneInt: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: number;
            verb: string;
        };
        /** Done[list[str]] */
        DoneListStr: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: string[];
            verb: string;
        };
        /** Done[NoneType] */
        DoneNoneType: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: null;
            verb: string;
        };
        /** Done[ProjectBrought] */
        DoneProjectBrought: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["ProjectBrought"];
            verb: string;
        };
        /** Done[Reach] */
        DoneReach: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["ReadsWithdrawalReach"];
            verb: string;
        };
        /** Done[Sample] */
        DoneSample: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["VerbsReadingsSample"];
            verb: string;
        };
        /** Done[str] */
        DoneStr: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: string;
            verb: string;
        };
        /** Done[tuple[str, ellipsis]] */
        DoneTupleStr: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: string[];
            verb: string;
        };
        /** Done[Written] */
        DoneWritten: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            value: components["schemas"]["Written"];
            verb: string;
        };
        /** Draft */
        Draft: {
            /** @default  */
            bibliography: string;
            /** @default  */
            id: string;
            /** @default  */
            looked: string;
            name: string;
            /** @default 0 */
            position: number;
            /** @default  */
            style: string;
            /** @default  */
            text: string;
        };
        /** DraftAddArguments */
        DraftAddArguments: {
            /** @default  */
            bibliography?: string;
            name: string;
            /** @default  */
            style?: string;
            /** @default  */
            text?: string;
        };
        /** DraftAsked */
        DraftAsked: {
            draft: string;
        };
        /** DraftChangeArguments */
        DraftChangeArguments: {
            bibliography?: string | null;
            draft: string;
            name?: string | null;
            style?: string | null;
            text?: string | null;
            upon?: string | null;
        };
        /** DraftHere */
        DraftHere: {
            draft: components["schemas"]["Draft"];
            proposals: components["schemas"]["ProposalLine"][];
            version: string;
        };
        /** DraftLine */
        DraftLine: {
            id: string;
            name: string;
            open: number;
            proposals: number;
            words: number;
        };
        /** DraftLookArguments */
        DraftLookArguments: {
            draft: string;
        };
        /** DraftRead */
        DraftRead: {
            draft: string;
            looked: string;
            mistakes: components["schemas"]["Mistake"][];
            name: string;
            references: components["schemas"]["Shown"][];
            unbound: components["schemas"]["Unbound"][];
            version: string;
        };
        /** DraftReadAsked */
        DraftReadAsked: {
            /** @default  */
            draft?: string;
            /** @default false */
            since?: boolean;
            text?: string | null;
        };
        /** DraftRemoveArguments */
        DraftRemoveArguments: {
            draft: string;
        };
        /** DraftsAsked */
        DraftsAsked: Record<string, never>;
        /** DraftsHere */
        DraftsHere: {
            drafts: components["schemas"]["DraftLine"][];
            version: string;
        };
        /** DrawAsked */
        DrawAsked: {
            /** @default [] */
            columns?: string[];
            /** @default false */
            holding?: boolean;
            /** @default false */
            leaving?: boolean;
            /** @enum {string} */
            of: "matrix" | "overlap" | "compare" | "contrasts" | "meta" | "similarity" | "negatives" | "exposure" | "words" | "frame" | "framework" | "lineage" | "flow" | "compared" | "pairs" | "answers" | "joint" | "emerged" | "qca" | "saturation" | "agreement" | "differences" | "claims" | "standing";
            options?: {
                [key: string]: unknown;
            };
            /**
             * @default given
             * @enum {string}
             */
            order?: "given" | "size";
            /** @default [] */
            rows?: string[];
            /**
             * @description What cells lead with, as the analysis has it.
             * @default
             */
            show?: string;
        };
        /** Drawn */
        Drawn: {
            specification: {
                [key: string]: unknown;
            };
        };
        /** EmergedAsked */
        EmergedAsked: {
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default categories */
            of?: string;
            /** @default  */
            open?: string;
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** EmergedHere */
        EmergedHere: {
            notes: string[];
            places: components["schemas"]["EmergedPlace"][];
            rows: components["schemas"]["EmergedRow"][];
            table: components["schemas"]["Table"];
            title: string;
            version: string;
        };
        /** EmergedPlace */
        EmergedPlace: {
            before: string;
            covered: string[];
            quotation: components["schemas"]["Quotation"];
            topic: string | null;
        };
        /** EmergedRow */
        EmergedRow: {
            asked: number;
            asked_said: number;
            cases: number;
            line: components["schemas"]["Line"];
            not_known: number;
            of_cases: number;
            of_participants: number;
            participant_ids: string[];
            people: {
                [key: string]: string[];
            };
            places: components["schemas"]["Unprompted"][];
            prompted: number;
            topics: string[];
            under: {
                [key: string]: number;
            };
            unprompted: number;
        };
        /** Emptied */
        Emptied: {
            after: string;
            at: number;
            before: string;
            id: string;
            kind: string;
            member: string;
            source: string;
            what: string;
            words: string;
        };
        /** Erased */
        Erased: {
            cells: {
                [key: string]: string;
            };
            /** @constant */
            do: "erased";
            /** @default [] */
            files: string[];
            id: string;
            kind: string;
            named: {
                [key: string]: [
                    number,
                    number
                ][];
            };
            /** @default [] */
            rows: string[];
            spoken: {
                [key: string]: [
                    number,
                    number
                ][];
            };
        };
        /** Evidence */
        Evidence: {
            coding: string;
            /** @default  */
            id: string;
            /** @default  */
            note: string;
            /**
             * @default for
             * @enum {string}
             */
            stance: "for" | "against";
            theme: string;
        };
        /** EvidenceChange */
        EvidenceChange: {
            id: string;
            /** @default 0 */
            placed: number;
            stance: string;
            /** @default 0 */
            taken_away: number;
            theme: string;
            /** @default 0 */
            turned: number;
        };
        /** EvidencePlaceArguments */
        EvidencePlaceArguments: {
            codings: string[];
            /** @default  */
            note?: string;
            /**
             * @default for
             * @enum {string}
             */
            stance?: "for" | "against";
            theme: string;
        };
        /** EvidenceTakeAwayArguments */
        EvidenceTakeAwayArguments: {
            codings: string[];
            theme: string;
        };
        /** Example */
        Example: {
            link: string;
            quotation: components["schemas"]["Quotation"];
        };
        /** ExportAsked */
        ExportAsked: {
            /** @default false */
            consented?: boolean;
            format: string;
            /** @default study */
            name?: string;
            /** @default true */
            names?: boolean;
            /** @default  */
            profile?: string;
            /** @default true */
            record?: boolean;
        };
        /** Exposed */
        Exposed: {
            asked: components["schemas"]["Asked"][];
            identifier: string;
            participant: string;
            word: string;
        };
        /** ExposedAsked */
        ExposedAsked: {
            column: string;
            options: components["schemas"]["ExposureOptions"];
            row: string;
        };
        /** ExposureHere */
        ExposureHere: {
            cells: {
                [key: string]: number;
            }[][];
            columns: components["schemas"]["Line"][];
            notes: string[];
            rows: components["schemas"]["Line"][];
            title: string;
            version: string;
        };
        /** ExposureOpened */
        ExposureOpened: {
            exposure: {
                [key: string]: number;
            };
            people: components["schemas"]["Exposed"][];
            quotations: components["schemas"]["Quotation"][];
        };
        /** ExposureOptions */
        ExposureOptions: {
            /** @default  */
            analysis?: string;
            /** @default participants */
            by?: string;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default topics */
            of?: string;
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** Extension */
        Extension: {
            at_high?: string | null;
            at_low?: string | null;
            description?: string | null;
            high?: string | null;
            low?: string | null;
            /** @default  */
            name?: string;
            /** @default  */
            property?: string;
        };
        /** FileHere */
        FileHere: {
            /** @enum {string} */
            became: "source" | "known" | "table" | "refused" | "left alone";
            name: string;
            /** @default  */
            reason: string;
        };
        /** Filled */
        Filled: {
            /** @default [] */
            added: string[];
            cells: number;
        };
        /** Filters */
        Filters: {
            /** @default [] */
            cases?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** FindAsked */
        FindAsked: {
            /** @default [] */
            cases?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default 50 */
            limit?: number;
            limits?: {
                [key: string]: string[];
            };
            /** @default [] */
            members?: string[];
            /** @default 0 */
            offset?: number;
            /** @default [] */
            participants?: string[];
            query: string;
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
            /** @default 24 */
            words?: number;
        };
        /** Fits */
        Fits: {
            cells: components["schemas"]["PlannedCell"][];
            wrong: number;
        };
        /** FitsAsked */
        FitsAsked: {
            /** @default false */
            extend?: boolean;
            lines: components["schemas"]["SheetLine"][];
            /** @enum {string} */
            of: "case" | "participant";
        };
        /** FlowHere */
        FlowHere: {
            bands: components["schemas"]["Band"][];
            fed_by_nothing: string[];
            feeding_nothing: string[];
            notes: string[];
            version: string;
        };
        /** FlowOptions */
        FlowOptions: {
            /** @default  */
            analysis?: string;
            /** @default  */
            member?: string;
        };
        /** FolderHere */
        FolderHere: {
            folders: string[];
            parent: string;
            path: string;
            studies: string[];
            synced: string;
            writable: boolean;
        };
        /** FormatChoice */
        FormatChoice: {
            consented: boolean;
            ending: string;
            name: string;
            names: boolean;
            profiles: string[];
            title: string;
        };
        /** Found */
        Found: {
            case_ids: string[];
            not_so: number;
            notes: string[];
            of_cases: number;
            of_participants: number;
            participant_ids: string[];
            passages: components["schemas"]["Passage"][];
            total: number;
            unreviewed: number;
            wordless: number;
        };
        /** FrameAsked */
        FrameAsked: Record<string, never>;
        /** FrameHere */
        FrameHere: {
            notes: string[];
            outside: string[];
            places: components["schemas"]["AnalysesRecruitmentPlace"][];
            version: string;
        };
        /** FrameLine */
        FrameLine: {
            id: string;
            label: string;
            name: string;
        };
        /** Framework */
        Framework: {
            analysis: string | null;
            /** @default  */
            id: string;
            name: string;
            /** @default  */
            note: string;
            /** @default 1 */
            version: string;
        };
        /** FrameworkAddArguments */
        FrameworkAddArguments: {
            analysis?: string | null;
            /** @default [] */
            columns?: string[];
            name: string;
            /** @default  */
            note?: string;
            /** @default 1 */
            version?: string;
        };
        /** FrameworkAddVersionArguments */
        FrameworkAddVersionArguments: {
            framework: string;
            version: string;
        };
        /** FrameworkCell */
        FrameworkCell: {
            codings: string[];
            column: string;
            exposure: {
                [key: string]: number;
            };
            members: components["schemas"]["SummaryHere"][];
            own: components["schemas"]["SummaryHere"][];
            row: string;
            /** @enum {string} */
            state: "written" | "stale" | "new material" | "to write" | "nothing to write";
            unreviewed: number;
            unused: string[];
        };
        /** FrameworkChangeArguments */
        FrameworkChangeArguments: {
            analysis?: string | null;
            framework: string;
            name?: string | null;
            note?: string | null;
            version?: string | null;
        };
        /** FrameworkColumn */
        FrameworkColumn: {
            framework: string;
            /** @default  */
            id: string;
            of: string;
            of_kind: string;
            /** @default 0 */
            position: number;
        };
        /** FrameworkColumnsArguments */
        FrameworkColumnsArguments: {
            columns: string[];
            framework: string;
        };
        /** FrameworkHere */
        FrameworkHere: {
            aside: number;
            cells: components["schemas"]["FrameworkCell"][][];
            columns: components["schemas"]["Line"][];
            counts: {
                [key: string]: number;
            };
            framework: string;
            label: string;
            notes: string[];
            rows: components["schemas"]["Line"][];
            version: string;
        };
        /** FrameworkOptions */
        FrameworkOptions: {
            /** @default [] */
            cases?: string[];
            /** @default  */
            framework?: string;
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /**
             * @default participants
             * @enum {string}
             */
            rows?: "participants" | "cases" | "sets";
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** FrameworkRemoveArguments */
        FrameworkRemoveArguments: {
            framework: string;
        };
        /** Gamma */
        Gamma: {
            /** @default 0 */
            aligned: number;
            cat: number | null;
            disorder: number | null;
            /** @default true */
            exact: boolean;
            expected: number | null;
            high: number | null;
            /** @default true */
            in_time: boolean;
            k: {
                [key: string]: number;
            };
            /** @default 0 */
            left_out: number;
            low: number | null;
            /** @default 0 */
            samples: number;
            /** @default 0 */
            seconds: number;
            /** @default  */
            undefined: string;
            value: number | null;
            /** @default 0 */
            wanted: number;
        };
        /** GammaHere */
        GammaHere: {
            gamma: components["schemas"]["Gamma"] | null;
            /** @default [] */
            notes: string[];
            /** @default  */
            off: string;
            /** @default 0 */
            texts: number;
            version: string;
        };
        /** GammaOptions */
        GammaOptions: {
            /** @default  */
            analysis?: string;
            /**
             * @default all
             * @enum {string}
             */
            by?: "all" | "pairs" | "perspectives";
            /** @default [] */
            cases?: string[];
            /** @default 1 */
            category?: number;
            /** @default [] */
            codes?: string[];
            /** @default 0.95 */
            confidence?: number;
            /** @default [] */
            groups?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /**
             * @default each
             * @enum {string}
             */
            labels?: "each" | "sets" | "steps";
            /**
             * @default [
             *       "codes",
             *       "domains",
             *       "overall"
             *     ]
             */
            levels?: ("codes" | "domains" | "overall")[];
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default 1 */
            place?: number;
            /** @default 0.02 */
            precision?: number;
            /**
             * @default done
             * @enum {string}
             */
            read?: "done" | "coded";
            /** @default 1000 */
            resamples?: number;
            /** @default [] */
            roles?: string[];
            /**
             * @default ordinal
             * @enum {string}
             */
            scale?: "ordinal" | "interval";
            /** @default 30 */
            seconds?: number;
            /** @default 1 */
            seed?: number;
            /** @default  */
            segments?: string;
            /** @default [] */
            sources?: string[];
            /**
             * @default characters
             * @enum {string}
             */
            units?: "characters" | "words" | "sentences" | "turns" | "segments";
            /**
             * @default all
             * @enum {string}
             */
            universe?: "all" | "coded";
            /** @default [] */
            where?: string[];
        };
        /** Given */
        Given: {
            interview?: string | null;
            /**
             * @default answered
             * @enum {string}
             */
            outcome?: "answered" | "left empty" | "declined" | "does not apply";
            participant: string;
            question: string;
            /** @default [] */
            values?: string[];
        };
        /** GivenAddArguments */
        GivenAddArguments: {
            /** @default  */
            changed?: string;
            /** @default  */
            date?: string;
            /**
             * @default transcript
             * @enum {string}
             */
            nature?: "transcript" | "summary" | "findings";
            participants: string[];
            /** @default  */
            said?: string;
            source?: string | null;
        };
        /** GivenChangeArguments */
        GivenChangeArguments: {
            changed?: string | null;
            date?: string | null;
            given_back: string;
            /** @enum {null|string} */
            nature?: "transcript" | "summary" | "findings" | null;
            said?: string | null;
            source?: string | null;
        };
        /** GivenLine */
        GivenLine: {
            case: string;
            /** @default  */
            changed: string;
            /** @default  */
            date: string;
            id: string;
            identifier: string;
            /** @default  */
            nature: string;
            participant: string;
            /** @default  */
            said: string;
            /** @default  */
            source: string;
        };
        /** GivenRemoveArguments */
        GivenRemoveArguments: {
            given_back: string;
        };
        /** Gone */
        Gone: {
            asking: number;
            mapped: number;
        };
        /** Ground */
        Ground: {
            coding: string;
            /** @default  */
            id: string;
            relation: string;
        };
        /** GroupTally */
        GroupTally: {
            key: string;
            label: string;
            tally: components["schemas"]["Tally"];
        };
        /** Groups */
        Groups: {
            codes: number;
            enough: boolean;
            interviews: number;
            key: string;
            label: string;
            members: number[];
            new: number[];
            of_orders: number | null;
            runs: components["schemas"]["Runs"] | null;
        };
        /** GuidelineAnswerArguments */
        GuidelineAnswerArguments: {
            /** @default true */
            applies?: boolean;
            topic: string;
            words: string;
        };
        /** GuidelineClearArguments */
        GuidelineClearArguments: {
            topic: string;
        };
        /** GuidelinesAsked */
        GuidelinesAsked: {
            /** @enum {null|string} */
            guideline?: "COREQ" | "SRQR" | "GRIPP2-SF" | null;
        };
        /** GuidelinesHere */
        GuidelinesHere: {
            items: components["schemas"]["ItemLine"][];
            topics: components["schemas"]["TopicAnswer"][];
            version: string;
        };
        /** GuidesAsked */
        GuidesAsked: Record<string, never>;
        /** GuidesHere */
        GuidesHere: {
            instruments: components["schemas"]["InstrumentHere"][];
            meetings: components["schemas"]["MeetingHere"][];
            sources: components["schemas"]["MappedHere"][];
            topics: components["schemas"]["TopicHere"][];
        };
        /** Happened */
        Happened: {
            because: string;
            by: string;
            id: string;
            member: string;
            undoes: string;
            undone: boolean;
            verb: string;
            wall: number;
            what: string;
        };
        /** Held */
        Held: {
            asked: string[];
            discussion: components["schemas"]["Discussion"];
            handed_in: string[];
            positions: components["schemas"]["Position"][];
        };
        /** HitHere */
        HitHere: {
            bits: components["schemas"]["Bit"][];
            case: string;
            covered: string[];
            end: number;
            from: number;
            name: string;
            participant: string;
            role: string;
            score: number;
            source: string;
            start: number;
            to: number;
            voice: string;
        };
        /** Hits */
        Hits: {
            cases: number;
            hits: components["schemas"]["HitHere"][];
            of_cases: number;
            of_participants: number;
            participants: number;
            total: number;
        };
        /** ImportAsked */
        ImportAsked: {
            /** @default [] */
            documents?: components["schemas"]["DocumentFix"][];
            /** @default  */
            encoding?: string;
            /** @default [] */
            interviewers?: string[];
            /** @default [] */
            names?: components["schemas"]["NameChoice"][];
            /**
             * @default
             * @enum {string}
             */
            nature?: "" | "transcript" | "document" | "field note" | "answer";
            /** @default [] */
            places?: components["schemas"]["PlaceChoice"][];
            register?: components["schemas"]["RegisterGiven"] | null;
            types?: {
                [key: string]: "text" | "number" | "date" | "boolean" | "one-of" | "many-of";
            };
        };
        /** ImportHere */
        ImportHere: {
            attributes: components["schemas"]["AttributeRecord"][];
            cases: components["schemas"]["CaseRecord"][];
            choices: components["schemas"]["Choice"][];
            counts: {
                [key: string]: components["schemas"]["Count"];
            };
            documents: components["schemas"]["DocumentHere"][];
            files: components["schemas"]["FileHere"][];
            known: components["schemas"]["KnownDocument"][];
            losses: components["schemas"]["Loss"][];
            notes: string[];
            open: components["schemas"]["OpenQuotation"][];
            participants: components["schemas"]["ParticipantRecord"][];
            refusals: components["schemas"]["Refusal"][];
            rows: components["schemas"]["Refusal"][];
        };
        /** ImportState */
        ImportState: {
            reading: components["schemas"]["Progress"];
            upload: components["schemas"]["Upload"];
        };
        /** InContext */
        InContext: {
            lines: components["schemas"]["KwicLine"][];
            notes: string[];
            total: number;
        };
        /** Instrument */
        Instrument: {
            /** @default  */
            description: string;
            /** @default  */
            id: string;
            name: string;
            /**
             * @default guide
             * @enum {string}
             */
            nature: "guide" | "questionnaire";
            /** @default 1 */
            version: string;
        };
        /** InstrumentAddArguments */
        InstrumentAddArguments: {
            /** @default  */
            description?: string;
            name: string;
            /**
             * @default guide
             * @enum {string}
             */
            nature?: "guide" | "questionnaire";
            /** @default 1 */
            version?: string;
        };
        /** InstrumentAddVersionArguments */
        InstrumentAddVersionArguments: {
            instrument: string;
            version: string;
        };
        /** InstrumentChangeArguments */
        InstrumentChangeArguments: {
            description?: string | null;
            instrument: string;
            name?: string | null;
            /** @enum {null|string} */
            nature?: "guide" | "questionnaire" | null;
            version?: string | null;
        };
        /** InstrumentHere */
        InstrumentHere: {
            instrument: components["schemas"]["Instrument"];
            interviews: number;
            questions: components["schemas"]["QuestionHere"][];
        };
        /** InstrumentRemoveArguments */
        InstrumentRemoveArguments: {
            instrument: string;
        };
        /** Interview */
        Interview: {
            case?: string | null;
            /** @default  */
            date?: string;
            /** @default  */
            id?: string;
            instrument?: string | null;
            /** @default [] */
            interviewers?: string[];
            minutes?: number | null;
            /** @default  */
            mode?: string;
            name: string;
            /** @default  */
            others?: string;
            /** @default  */
            part?: string;
        };
        /** InterviewAddArguments */
        InterviewAddArguments: {
            case?: string | null;
            /** @default  */
            date?: string;
            instrument?: string | null;
            /** @default [] */
            interviewers?: string[];
            minutes?: number | null;
            /** @default  */
            mode?: string;
            name: string;
            /** @default  */
            others?: string;
            /** @default  */
            part?: string;
            /** @default [] */
            participants?: string[];
        };
        /** InterviewAddManyArguments */
        InterviewAddManyArguments: {
            meetings: [
                components["schemas"]["Interview"],
                string[]
            ][];
        };
        /** InterviewAsked */
        InterviewAsked: {
            /** @default false */
            all?: boolean;
            interview: string;
            options: components["schemas"]["SaturationOptions"];
        };
        /** InterviewChangeArguments */
        InterviewChangeArguments: {
            case?: string | null;
            date?: string | null;
            instrument?: string | null;
            interview: string;
            interviewers?: string[] | null;
            minutes?: number | null;
            mode?: string | null;
            name?: string | null;
            others?: string | null;
            part?: string | null;
            participants?: string[] | null;
        };
        /** InterviewOpened */
        InterviewOpened: {
            interview: components["schemas"]["MetHere"];
            quotations: components["schemas"]["Quotation"][];
        };
        /** InterviewRemoveArguments */
        InterviewRemoveArguments: {
            interview: string;
        };
        /** InterviewUseGuidesArguments */
        InterviewUseGuidesArguments: {
            guides: {
                [key: string]: string;
            };
        };
        /** ItemAsked */
        ItemAsked: {
            id: string;
            instrument: string;
            /** @enum {string} */
            nature: "open" | "likert" | "number" | "one" | "many" | "text";
            number: string;
            options: string[];
            wording: string;
        };
        /** ItemHere */
        ItemHere: {
            item: components["schemas"]["MapItem"];
            name: string;
        };
        /** ItemLine */
        ItemLine: {
            /** @enum {string} */
            guideline: "COREQ" | "SRQR" | "GRIPP2-SF";
            missing: string[];
            number: number;
            /** @enum {string} */
            state: "computed" | "entered" | "missing" | "not applicable";
            title: string;
            topics: string[];
            words: string;
        };
        /** Job */
        Job: {
            /** @default 0 */
            done: number;
            file: string;
            id: string;
            made: components["schemas"]["Made"] | null;
            /** @default 0 */
            of: number;
            /** @default  */
            part: string;
            problem: components["schemas"]["Problem"] | null;
            /** @default  */
            recorded: string;
            /**
             * @default waiting
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @default  */
            step: string;
            what: string;
        };
        /** JointHere */
        JointHere: {
            columns: components["schemas"]["Line"][];
            item: string;
            notes: string[];
            nothing: [
                number,
                number,
                {
                    [key: string]: number;
                }
            ][];
            numbers: {
                [key: string]: number[][];
            };
            options: components["schemas"]["MatrixOptions"];
            people: string[];
            rows: components["schemas"]["Line"][];
            title: string;
            version: string;
        };
        /** JointOptions */
        JointOptions: {
            /** @default  */
            analysis?: string;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default  */
            item?: string;
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default categories */
            rows?: string;
            /** @default [] */
            sources?: string[];
            /** @default false */
            steps?: boolean;
            /** @default [] */
            where?: string[];
        };
        /** Keeping */
        Keeping: {
            backups: components["schemas"]["BackupHere"][];
            backups_apart: boolean;
            backups_in: string;
            consents: number;
            encrypted: boolean;
            erasures: number;
            folder: string;
            members: number;
            originals: number;
            participants: number;
            path: string;
            /** @enum {string} */
            place: "file" | "database" | "memory";
            register: components["schemas"]["RegisterHere"];
            size: number;
            sources: number;
            synced: string;
        };
        /** KeptAsked */
        KeptAsked: {
            /** @default false */
            faults?: boolean;
        };
        /** KeptQuotations */
        KeptQuotations: {
            quotations: components["schemas"]["QuotationLine"][];
        };
        /** KnownDocument */
        KnownDocument: {
            /** @default [] */
            filled: string[];
            key: string;
            name: string;
            source: string;
        };
        /** KwicAsked */
        KwicAsked: {
            /** @default [] */
            cases?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default false */
            interviewers?: boolean;
            /** @default [] */
            members?: string[];
            /** @default 0 */
            offset?: number;
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /**
             * @default source
             * @enum {string}
             */
            sort?: "source" | "case" | "role" | "participant" | "left" | "right";
            /** @default [] */
            sources?: string[];
            term: string;
            /** @default 200 */
            top?: number | null;
            /** @default [] */
            where?: string[];
            /** @default 8 */
            words?: number;
        };
        /** KwicLine */
        KwicLine: {
            case: string;
            /** @default [] */
            covered: string[];
            end: number;
            from: number;
            interviewer: boolean;
            keyword: string;
            left: string;
            name: string;
            participant: string;
            right: string;
            role: string;
            source: string;
            start: number;
            to: number;
        };
        /** LabelHere */
        LabelHere: {
            label: string;
            participant: string;
            turns: number;
            /** @enum {string} */
            voice: "participant" | "interviewer" | "other" | "unassigned";
            why: string;
        };
        /** Layers */
        Layers: {
            codings: components["schemas"]["CodingHere"][];
            content_notes: components["schemas"]["ContentNoteHere"][];
            marks: components["schemas"]["MarkHere"][];
            memos: components["schemas"]["MemoHere"][];
            source: string;
            version: string;
        };
        /** LedgerHere */
        LedgerHere: {
            claims: components["schemas"]["Claim"][];
            notes: string[];
            standings: components["schemas"]["ClaimStanding"][];
            thresholds: string[];
            version: string;
        };
        /** LedgerOptions */
        LedgerOptions: {
            /** @default [] */
            claims?: string[];
            /** @default [] */
            members?: string[];
            /** @default  */
            status?: string;
            /** @default  */
            theme?: string;
        };
        /** Like */
        Like: {
            /** @default false */
            here?: boolean;
            name: string;
            value: string;
        };
        /** Likes */
        Likes: {
            everywhere: {
                [key: string]: string;
            };
            here: {
                [key: string]: string;
            };
        };
        /** Line */
        Line: {
            /** @default false */
            below: boolean;
            /** @default 0 */
            depth: number;
            /** @default  */
            id: string;
            key: string;
            /** @enum {string} */
            kind: "code" | "theme" | "any" | "case" | "role" | "participant" | "value" | "member" | "all" | "topic" | "set";
            label: string;
        };
        /** Lineage */
        Lineage: {
            /**
             * @default grouped
             * @enum {string}
             */
            how: "grouped" | "split" | "promoted" | "dropped";
            /** @default  */
            id: string;
            origin: string;
            /** @default  */
            reason: string;
            theme: string;
            /** @default false */
            whole: boolean;
        };
        /** LineageDevelopArguments */
        LineageDevelopArguments: {
            /**
             * @default grouped
             * @enum {string}
             */
            how?: "grouped" | "split" | "promoted" | "dropped";
            origins: string[];
            /** @default  */
            reason?: string;
            theme: string;
            /** @default false */
            whole?: boolean;
        };
        /** LineageForgetArguments */
        LineageForgetArguments: {
            origins: string[];
            theme: string;
        };
        /** LineageHere */
        LineageHere: {
            notes: string[];
            rows: components["schemas"]["ThemeRow"][];
            table: components["schemas"]["Table"] | null;
            unplaced: string[];
            version: string;
        };
        /** LineageMoveArguments */
        LineageMoveArguments: {
            origin: string;
            /** @default  */
            reason?: string;
            theme: string;
            to: string;
        };
        /** LineageOptions */
        LineageOptions: {
            /** @default  */
            analysis?: string;
            /** @default [] */
            cases?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** Link */
        Link: {
            from_kind: string;
            from_thing: string;
            /** @default  */
            id: string;
            /** @default  */
            note: string;
            /** @default  */
            relation: string;
            to_kind: string;
            to_thing: string;
        };
        /** LinkAddArguments */
        LinkAddArguments: {
            from_kind: string;
            from_thing: string;
            /** @default  */
            note?: string;
            relation: string;
            to_kind: string;
            to_thing: string;
        };
        /** LinkChangeArguments */
        LinkChangeArguments: {
            link: string;
            note?: string | null;
            relation?: string | null;
        };
        /** LinkRemoveArguments */
        LinkRemoveArguments: {
            link: string;
        };
        /** LogEntry */
        LogEntry: {
            because: string;
            by: string;
            id: string;
            member: string;
            order: [
                number,
                string
            ];
            undoes: string;
            undone: boolean;
            verb: string;
            wall: number;
            what: string;
        };
        /** Loses */
        Loses: {
            entries: number;
            first: number;
            last: number;
            member: string;
        };
        /** Loss */
        Loss: {
            place: string;
            what: string;
        };
        /** Made */
        Made: {
            beside: string[];
            figures: number;
            note: string;
            participants: string[];
            quotations: number;
            tables: number;
            unprinted: components["schemas"]["Unwritten"][];
            version: string;
        };
        /** Map */
        Map: {
            /** @default  */
            description: string;
            /** @default  */
            id: string;
            name: string;
        };
        /** MapAddArguments */
        MapAddArguments: {
            /** @default  */
            description?: string;
            name: string;
        };
        /** MapArrow */
        MapArrow: {
            from_item: string;
            /**
             * @default one
             * @enum {string}
             */
            heads: "one" | "both" | "none";
            /** @default  */
            id: string;
            map: string;
            /** @default  */
            relation: string;
            to_item: string;
        };
        /** MapChangeArguments */
        MapChangeArguments: {
            description?: string | null;
            map_: string;
            name?: string | null;
        };
        /** MapChangeArrowArguments */
        MapChangeArrowArguments: {
            arrow: string;
            /** @enum {null|string} */
            heads?: "one" | "both" | "none" | null;
            relation?: string | null;
        };
        /** MapConnectArguments */
        MapConnectArguments: {
            from_item: string;
            /**
             * @default one
             * @enum {string}
             */
            heads?: "one" | "both" | "none";
            /** @default  */
            relation?: string;
            to_item: string;
        };
        /** MapHere */
        MapHere: {
            arrows: components["schemas"]["MapArrow"][];
            items: components["schemas"]["ItemHere"][];
            map: components["schemas"]["Map"];
            version: string;
        };
        /** MapItem */
        MapItem: {
            /** @default  */
            id: string;
            map: string;
            /** @default  */
            note: string;
            of: string | null;
            /** @default  */
            of_kind: string;
            /** @default 0 */
            x: number;
            /** @default 0 */
            y: number;
        };
        /** MapLine */
        MapLine: {
            arrows: number;
            items: number;
            map: components["schemas"]["Map"];
        };
        /** MapMoveArguments */
        MapMoveArguments: {
            items: components["schemas"]["Moved"][];
        };
        /** MapPlace */
        MapPlace: {
            group: number;
            label: string;
            x: number;
            y: number;
        };
        /** MapPlaceArguments */
        MapPlaceArguments: {
            /** @enum {null|string} */
            kind?: "code" | "theme" | "case" | "participant" | "source" | "memo" | null;
            map_: string;
            /** @default  */
            note?: string;
            thing?: string | null;
            x: number;
            y: number;
        };
        /** MapRemoveArguments */
        MapRemoveArguments: {
            map_: string;
        };
        /** MapRemoveArrowArguments */
        MapRemoveArrowArguments: {
            arrow: string;
        };
        /** MapTakeOffArguments */
        MapTakeOffArguments: {
            items: string[];
        };
        /** MapWriteArguments */
        MapWriteArguments: {
            item: string;
            note: string;
        };
        /** MappedHere */
        MappedHere: {
            gone: components["schemas"]["Gone"];
            guide: string;
            interview: string;
            name: string;
            source: string;
        };
        /** MarkAddArguments */
        MarkAddArguments: {
            member?: string | null;
            /** @default  */
            note?: string;
            source: string;
            span: components["schemas"]["Span"];
        };
        /** MarkChangeArguments */
        MarkChangeArguments: {
            mark: string;
            note: string;
        };
        /** MarkHere */
        MarkHere: {
            end: number;
            id: string;
            member: string;
            note: string;
            /** @enum {string} */
            place: "text" | "area" | "time" | "whole";
            start: number;
        };
        /** MarkRemoveArguments */
        MarkRemoveArguments: {
            mark: string;
        };
        /** MatrixHere */
        MatrixHere: {
            columns: components["schemas"]["Line"][];
            notes: string[];
            nothing: [
                number,
                number,
                {
                    [key: string]: number;
                }
            ][];
            numbers: {
                [key: string]: number[][];
            };
            people: string[];
            rows: components["schemas"]["Line"][];
            title: string;
            version: string;
        };
        /** MatrixOptions */
        MatrixOptions: {
            /** @default  */
            analysis?: string;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default cases */
            columns?: string;
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default codes */
            rows?: string;
            /** @default [] */
            sources?: string[];
            /** @default true */
            total?: boolean;
            /** @default [] */
            where?: string[];
            /** @default true */
            words?: boolean;
        };
        /** Me */
        Me: {
            may: string[];
            member: components["schemas"]["Member"] | null;
        };
        /** MeaningOf */
        MeaningOf: {
            first: number;
            id: string;
            label: string;
            last: number;
            nuances: components["schemas"]["Nuance"][];
        };
        /** MeetingHere */
        MeetingHere: {
            case: string;
            date: string;
            guide: string;
            interview: string;
            name: string;
        };
        /** Member */
        Member: {
            /** @default  */
            id: string;
            merged_into: string | null;
            name: string;
            /**
             * @default person
             * @enum {string}
             */
            nature: "person" | "machine";
            /**
             * @default editor
             * @enum {string}
             */
            permission: "owner" | "editor" | "coder" | "reader" | "independent coder";
            /** @default [] */
            perspectives: string[];
            /** @default false */
            perspectives_shared: boolean;
        };
        /** MemberAddArguments */
        MemberAddArguments: {
            name: string;
            /**
             * @default person
             * @enum {string}
             */
            nature?: "person" | "machine";
            /**
             * @default editor
             * @enum {string}
             */
            permission?: "owner" | "editor" | "coder" | "reader" | "independent coder";
        };
        /** MemberMergeArguments */
        MemberMergeArguments: {
            into: string;
            member: string;
        };
        /** MemberPartArguments */
        MemberPartArguments: {
            member: string;
        };
        /** MemberPermitArguments */
        MemberPermitArguments: {
            member: string;
            /** @enum {string} */
            permission: "owner" | "editor" | "coder" | "reader" | "independent coder";
        };
        /** MemberPerspectivesArguments */
        MemberPerspectivesArguments: {
            member: string;
            perspectives: string[];
        };
        /** MemberRemoveArguments */
        MemberRemoveArguments: {
            member: string;
        };
        /** MemberRenameArguments */
        MemberRenameArguments: {
            member: string;
            name: string;
        };
        /** MemberSharePerspectivesArguments */
        MemberSharePerspectivesArguments: {
            member: string;
            /** @default true */
            shared?: boolean;
        };
        /** Memo */
        Memo: {
            about: string | null;
            /** @default  */
            about_kind: string;
            /** @default 0 */
            end: number;
            /** @default  */
            first: string;
            /** @default  */
            id: string;
            /** @default  */
            last: string;
            member: string;
            /**
             * @default note
             * @enum {string}
             */
            nature: "theoretical" | "methodological" | "case" | "code" | "descriptive" | "reflexive" | "note";
            /** @default false */
            shared: boolean;
            source: string | null;
            /** @default 0 */
            start: number;
            /** @default  */
            text: string;
            /** @default  */
            title: string;
        };
        /** MemoChangeArguments */
        MemoChangeArguments: {
            memo: string;
            /** @enum {null|string} */
            nature?: "theoretical" | "methodological" | "case" | "code" | "descriptive" | "reflexive" | "note" | null;
            text?: string | null;
            title?: string | null;
        };
        /** MemoHere */
        MemoHere: {
            about: string | null;
            about_kind: string;
            end: number;
            id: string;
            member: string;
            /** @enum {string} */
            nature: "theoretical" | "methodological" | "case" | "code" | "descriptive" | "reflexive" | "note";
            start: number;
            text: string;
            title: string;
        };
        /** MemoLine */
        MemoLine: {
            about: string;
            changed: number;
            covered: string[];
            memo: components["schemas"]["Memo"];
            place: string;
            words: string;
            written: number;
        };
        /** MemoRemoveArguments */
        MemoRemoveArguments: {
            memo: string;
        };
        /** MemoShareArguments */
        MemoShareArguments: {
            memo: string;
            /** @default true */
            shared?: boolean;
        };
        /** MemoToRead */
        MemoToRead: {
            line: components["schemas"]["MemoLine"];
            quotations: components["schemas"]["Quotation"][];
        };
        /** MemoWriteArguments */
        MemoWriteArguments: {
            about?: string | null;
            /** @default  */
            about_kind?: string;
            member?: string | null;
            /**
             * @default note
             * @enum {string}
             */
            nature?: "theoretical" | "methodological" | "case" | "code" | "descriptive" | "reflexive" | "note";
            source?: string | null;
            span?: components["schemas"]["Span"] | null;
            text: string;
            /** @default  */
            title?: string;
        };
        /** Mention */
        Mention: {
            characters: number;
            kind: string;
            row: string;
        };
        /** MetHere */
        MetHere: {
            codes: number;
            codings: string[];
            date: string;
            id: string;
            label: string;
            new: number;
            new_codes: string[];
            so_far: number;
        };
        /** MetaCellAsked */
        MetaCellAsked: {
            column: string;
            options: components["schemas"]["MetaOptions"];
            row: string;
        };
        /** MetaColumn */
        MetaColumn: {
            key: string;
            label: string;
            /** @default -1 */
            line: number;
            /** @default  */
            theme: string;
        };
        /** MetaHere */
        MetaHere: {
            columns: components["schemas"]["MetaColumn"][];
            notes: string[];
            ordered: string;
            rows: components["schemas"]["Line"][];
            texts: string[][];
            title: string;
            version: string;
        };
        /** MetaOptions */
        MetaOptions: {
            /** @default  */
            analysis?: string;
            /** @default [] */
            attributes?: string[];
            /** @default [] */
            by_hand?: string[];
            /** @default [] */
            cases?: string[];
            /** @default false */
            cluster?: boolean;
            /** @default [] */
            codes?: string[];
            /** @default false */
            descending?: boolean;
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default categories */
            of?: string;
            /** @default  */
            order_by?: string;
            /** @default  */
            outcome?: string;
            /** @default [] */
            participants?: string[];
            /** @default  */
            reason?: string;
            /** @default [] */
            roles?: string[];
            /** @default cases */
            rows?: string;
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** Mistake */
        Mistake: {
            column: number;
            end: number;
            line: number;
            problem: string;
            start: number;
            works: string;
            written: string;
        };
        /** Model */
        Model: {
            assumed: number[][];
            fit: components["schemas"]["Sufficiency"];
            terms: components["schemas"]["TermFit"][];
            uncovered: number[];
            written: string;
        };
        /** Proposal */
        ModelDraftsProposal: {
            /** @default  */
            after: string;
            /** @default  */
            altered: string;
            /** @default  */
            before: string;
            /** @default  */
            by: string;
            /** @default  */
            date: string;
            decided: string | null;
            draft: string;
            /** @default  */
            follows: string;
            /** @default  */
            id: string;
            /**
             * @default change
             * @enum {string}
             */
            nature: "change" | "comment";
            /** @default  */
            on: string;
            /** @default 0 */
            position: number;
            /** @default  */
            reason: string;
            /**
             * @default open
             * @enum {string}
             */
            state: "open" | "taken" | "declined";
            /** @default  */
            words: string;
        };
        /** Moved */
        Moved: {
            item: string;
            x: number;
            y: number;
        };
        /** NameChoice */
        NameChoice: {
            becomes: string;
            name: string;
        };
        /** NameHere */
        NameHere: {
            after: string;
            becomes: string;
            before: string;
            count: number;
            document: string;
            documents: number;
            listed: boolean;
            /** @enum {string} */
            nature: "person" | "place" | "";
            part_of: string;
            signs: ("title" | "introduced" | "label" | "inside" | "begins")[];
            sure: boolean;
            words: string;
        };
        /** NamesAsked */
        NamesAsked: {
            asked: components["schemas"]["ImportAsked"];
            register?: components["schemas"]["RegisterGiven"] | null;
        };
        /** NamesHere */
        NamesHere: {
            names: components["schemas"]["NameHere"][];
            nouns: boolean;
            register: components["schemas"]["RegisterHere"];
        };
        /** Necessity */
        Necessity: {
            consistency: number | null;
            coverage: number | null;
            relevance: number | null;
        };
        /** NecessityHere */
        NecessityHere: {
            fit: components["schemas"]["Necessity"];
            written: string;
        };
        /** Negative */
        Negative: {
            about: string;
            about_kind: string;
            /**
             * @default open
             * @enum {string}
             */
            disposition: "open" | "revises" | "exception" | "coding error" | "not relevant";
            label: string;
            name: string;
            /** @default false */
            noted: boolean;
            /** @default  */
            reason: string;
            rule: string;
            thing: string;
            thing_kind: string;
            why: string;
        };
        /** NegativeNoteArguments */
        NegativeNoteArguments: {
            candidates: components["schemas"]["Candidate"][];
        };
        /** NegativeOptions */
        NegativeOptions: {
            /** @default  */
            analysis?: string;
            /** @default primary */
            by?: string;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default themes */
            of?: string;
            /** @default false */
            open_only?: boolean;
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            rows?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** NegativeRemoveArguments */
        NegativeRemoveArguments: {
            negatives: string[];
        };
        /** NegativeSettleArguments */
        NegativeSettleArguments: {
            /** @enum {string} */
            disposition: "open" | "revises" | "exception" | "coding error" | "not relevant";
            negative: string;
            /** @default  */
            reason?: string;
        };
        /** NegativeSettleCandidateArguments */
        NegativeSettleCandidateArguments: {
            candidate: components["schemas"]["Candidate"];
            /** @enum {string} */
            disposition: "open" | "revises" | "exception" | "coding error" | "not relevant";
            /** @default  */
            reason?: string;
        };
        /** NegativesHere */
        NegativesHere: {
            candidates: components["schemas"]["CandidateHere"][];
            notes: string[];
            quotations: components["schemas"]["Quotation"][];
            silence: components["schemas"]["Silence"][];
            title: string;
            version: string;
        };
        /** NewPassphrase */
        NewPassphrase: {
            /** @default  */
            old?: string;
            passphrase: string;
        };
        /** Next */
        Next: {
            redo: components["schemas"]["Happened"] | null;
            undo: components["schemas"]["Happened"] | null;
        };
        /** NothingAsked */
        NothingAsked: Record<string, never>;
        /** Nuance */
        Nuance: {
            codings: string[];
            label: string;
            place: number;
            /** @enum {string} */
            source: "code under it" | "end of a property" | "comparison";
        };
        /** OpenQuotation */
        OpenQuotation: {
            codes: string[];
            places: string[];
            quote: string;
            row: string;
            source: string;
        };
        /** Origin */
        Origin: {
            how: string;
            id: string;
            kind: string;
            label: string;
            reason: string;
            shared_with: string[];
            suggested: number;
            whole: boolean;
        };
        /** OriginHere */
        OriginHere: {
            how: string;
            id: string;
            /** @enum {string} */
            kind: "code" | "theme" | "";
            name: string;
            origin: string;
            reason: string;
            whole: boolean;
        };
        /** OverlapHere */
        OverlapHere: {
            cases: number[][];
            codes: components["schemas"]["Line"][];
            notes: string[];
            pairs: number[][];
            participants: number[][];
            unreviewed: number;
            version: string;
        };
        /** OverlapOptions */
        OverlapOptions: {
            /** @default false */
            by_member?: boolean;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /**
             * @default words
             * @enum {string}
             */
            unit?: "words" | "characters";
            /** @default [] */
            where?: string[];
            /** @default 0 */
            within?: number;
        };
        /** Overview */
        Overview: {
            conflicts: number;
            emptied: number;
            findings: components["schemas"]["ReadsReviewFinding"][];
            recent: components["schemas"]["Happened"][];
            resume: string | null;
            sources: components["schemas"]["SourceLine"][];
            steps: components["schemas"]["Steps"];
            tasks: components["schemas"]["TaskLine"][];
            version: string;
        };
        /** Pair */
        Pair: {
            case_ids: string[];
            cases: number;
            coding_ids: [
                string,
                string
            ][];
            left: string;
            left_participants: number;
            pairs: number;
            participant_ids: string[];
            participants: number;
            right: string;
            right_participants: number;
        };
        /** PairAsked */
        PairAsked: {
            left: string;
            options: components["schemas"]["OverlapOptions"];
            right: string;
        };
        /** PairHere */
        PairHere: {
            one: components["schemas"]["SideWords"];
            other: components["schemas"]["SideWords"];
            why: string;
        };
        /** PairLine */
        PairLine: {
            cannot_say: number;
            done: boolean;
            left: string;
            left_label: string;
            neither: number;
            of: number;
            only_left: number;
            only_right: number;
            right: string;
            right_label: string;
            shared: number;
            words: string;
        };
        /** PairOpened */
        PairOpened: {
            pair: components["schemas"]["Pair"];
            quotations: components["schemas"]["Quotation"][];
        };
        /** PairOptions */
        PairOptions: {
            /** @default  */
            category?: string;
            /** @default 5 */
            count?: number;
            /** @default  */
            member?: string;
            /**
             * @default segments
             * @enum {string}
             */
            of?: "segments" | "passages" | "cases" | "categories";
            /**
             * @default at random
             * @enum {string}
             */
            rule?: "newest with oldest" | "most different cases" | "same role, other group" | "least similar words" | "uncoded neighbour" | "at random";
            /** @default 0 */
            seed?: number;
        };
        /** PairRow */
        PairRow: {
            /** @enum {string} */
            has: "shared" | "only left" | "only right" | "neither" | "cannot say";
            key: string;
            label: string;
            left: components["schemas"]["PairSide"];
            right: components["schemas"]["PairSide"];
        };
        /** PairSheet */
        PairSheet: {
            pair: components["schemas"]["PairLine"];
            rows: components["schemas"]["PairRow"][];
        };
        /** PairSheetAsked */
        PairSheetAsked: {
            left: string;
            options: components["schemas"]["PairsOptions"];
            right: string;
        };
        /** PairSide */
        PairSide: {
            coding_ids: string[];
            codings: number;
            exposure: {
                [key: string]: number;
            };
            of_participants: number;
            participant_ids: string[];
            participants: number;
        };
        /** PairWriteArguments */
        PairWriteArguments: {
            done?: boolean | null;
            one: string;
            other: string;
            words?: string | null;
        };
        /** PairsOptions */
        PairsOptions: {
            /** @default  */
            analysis?: string;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default codes */
            of?: string;
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** Part */
        Part: {
            codings: string[];
            /** @default  */
            definition?: string;
            name: string;
            /** @default false */
            under?: boolean;
        };
        /** Participant */
        Participant: {
            case?: string | null;
            /** @default  */
            code?: string;
            /** @default  */
            id?: string;
            identifier: string;
            merged_into?: string | null;
            /** @default  */
            name?: string;
            /** @default  */
            note?: string;
            role?: string | null;
        };
        /** ParticipantAddArguments */
        ParticipantAddArguments: {
            case?: string | null;
            /** @default  */
            code?: string;
            /** @default  */
            identifier?: string;
            /** @default  */
            name?: string;
            /** @default  */
            note?: string;
            role?: string | null;
        };
        /** ParticipantAddManyArguments */
        ParticipantAddManyArguments: {
            people: components["schemas"]["Participant"][];
        };
        /** ParticipantChangeArguments */
        ParticipantChangeArguments: {
            case?: string | null;
            code?: string | null;
            identifier?: string | null;
            name?: string | null;
            note?: string | null;
            participant: string;
            role?: string | null;
        };
        /** ParticipantEraseArguments */
        ParticipantEraseArguments: {
            /** @default false */
            keep_codings?: boolean;
            names?: string[] | null;
            participant: string;
            renamed?: {
                [key: string]: string;
            } | null;
            /** @default  */
            since?: string;
            /** @default false */
            spare_others?: boolean;
        };
        /** ParticipantMergeArguments */
        ParticipantMergeArguments: {
            into: string;
            participant: string;
        };
        /** ParticipantPartArguments */
        ParticipantPartArguments: {
            participant: string;
        };
        /** ParticipantRecord */
        ParticipantRecord: {
            attributes: {
                [key: string]: string;
            };
            /** @default  */
            case: string;
            /** @default  */
            code: string;
            consent: {
                [key: string]: string;
            };
            identifier: string;
            /** @default [] */
            labels: string[];
            /** @default  */
            name: string;
            /** @default  */
            role: string;
        };
        /** ParticipantRemoveArguments */
        ParticipantRemoveArguments: {
            participants: string[];
        };
        /** Passage */
        Passage: {
            cases: string[];
            codes: string[];
            coding_ids: string[];
            /** @default [] */
            covered: string[];
            end: number;
            from: number;
            left: string;
            members: string[];
            name: string;
            participants: string[];
            right: string;
            roles: string[];
            source: string;
            start: number;
            to: number;
            words: string;
        };
        /** PassageAsked */
        PassageAsked: {
            /** @default 0 */
            context?: number;
            end: number;
            source: string;
            start: number;
        };
        /** PassageHere */
        PassageHere: {
            codings: components["schemas"]["Quotation"][];
            covered: string[];
            end: number;
            from: number;
            left: string;
            name: string;
            participants: string[];
            quoted: string;
            refusal: string;
            right: string;
            source: string;
            standing: string;
            start: number;
            to: number;
            words: string;
        };
        /** Person */
        Person: {
            consent: components["schemas"]["Standing"];
            merged: string[];
            participant: components["schemas"]["Participant"];
            said: components["schemas"]["SaidOf"][];
            sources: components["schemas"]["SpokenIn"][];
        };
        /** PersonAsked */
        PersonAsked: {
            participant: string;
        };
        /** PlaceChoice */
        PlaceChoice: {
            place: number;
            quote: string;
            row: string;
        };
        /** PlaceFound */
        PlaceFound: {
            covered: string[];
            difference: string;
            end: number;
            forgiven: string[];
            participants: string[];
            said: string;
            source: string;
            start: number;
            status: string;
        };
        /** PlaceOfCode */
        PlaceOfCode: {
            coding: string;
            end: number;
            source: string;
            start: number;
        };
        /** Placed */
        Placed: {
            evidence: components["schemas"]["Evidence"];
            quotation: components["schemas"]["Quotation"];
        };
        /** Placement */
        Placement: {
            code: string;
            /** @default  */
            comment?: string;
            source: string;
            span: components["schemas"]["Span"];
            /**
             * @default yes
             * @enum {string}
             */
            stance?: "yes" | "no";
            /** @default 0 */
            weight?: number;
        };
        /** Places */
        Places: {
            code: string;
            instead: string;
            kind: string;
            places: number;
        };
        /** PlannedCell */
        PlannedCell: {
            after: string;
            before: string;
            column: string;
            line: number;
            /** @default false */
            option: boolean;
            /** @default  */
            why: string;
        };
        /** Point */
        Point: {
            entries: number;
            version: string;
            wall: number;
        };
        /** Position */
        Position: {
            discussion: string;
            /** @default  */
            dissent: string;
            /** @default false */
            handed_in: boolean;
            /** @default  */
            id: string;
            member: string;
            /** @default  */
            words: string;
        };
        /** PositionDissentArguments */
        PositionDissentArguments: {
            discussion: string;
            words: string;
        };
        /** PositionHandInArguments */
        PositionHandInArguments: {
            discussion: string;
            /** @default true */
            handed_in?: boolean;
        };
        /** PositionWriteArguments */
        PositionWriteArguments: {
            discussion: string;
            words: string;
        };
        /** PrintedAsked */
        PrintedAsked: {
            words: string;
        };
        /** PrintedPlaces */
        PrintedPlaces: {
            places: components["schemas"]["PlaceFound"][];
        };
        /** Problem */
        Problem: {
            /** @description Plain sentences for the user. */
            detail: string;
            status: number;
            title: string;
            /** @description A short and stable code, to tell situations apart. */
            type: string;
            where: string[];
        };
        /** ProductForgetArguments */
        ProductForgetArguments: {
            products: string[];
        };
        /** ProductLine */
        ProductLine: {
            file: string;
            form: string;
            id: string;
            member: string;
            nature: string;
            note: string;
            participants: string[];
            version: string;
            when: number;
        };
        /** ProductNoteArguments */
        ProductNoteArguments: {
            note: string;
            product: string;
        };
        /** ProductRecordArguments */
        ProductRecordArguments: {
            file: string;
            form: string;
            /** @enum {string} */
            nature: "report" | "export" | "audit" | "copy";
            /** @default  */
            note?: string;
            /** @default [] */
            participants?: string[];
            version: string;
        };
        /** Progress */
        Progress: {
            /** @default 0 */
            done: number;
            /** @default  */
            file: string;
            /** @default 0 */
            total: number;
        };
        /** ProjectAsked */
        ProjectAsked: {
            /**
             * @default cases
             * @enum {string}
             */
            cases_are?: "cases" | "participants";
            /** @default  */
            counting?: string;
            /** @default false */
            follow_removals?: boolean;
            /** @default false */
            take_again?: boolean;
        };
        /** ProjectBrought */
        ProjectBrought: {
            carried: {
                [key: string]: number;
            };
            changes: boolean;
            codebook: boolean;
            counted: string[];
            counts: {
                [key: string]: components["schemas"]["Count"];
            };
            differs: string[];
            doubts: components["schemas"]["Loss"][];
            file: string;
            gone: string[];
            inside: {
                [key: string]: number;
            };
            left: string[];
            losses: components["schemas"]["Loss"][];
            notes: string[];
            origin: string;
            repairs: components["schemas"]["Loss"][];
            said: string[];
        };
        /** Property */
        Property: {
            at_high: string | null;
            at_low: string | null;
            category: string;
            /** @default  */
            description: string;
            /** @default  */
            high: string;
            /** @default  */
            id: string;
            /** @default  */
            low: string;
            name: string;
            /** @default 0 */
            position: number;
        };
        /** PropertyAddArguments */
        PropertyAddArguments: {
            at_high?: string | null;
            at_low?: string | null;
            category: string;
            /** @default  */
            description?: string;
            /** @default  */
            high?: string;
            /** @default  */
            low?: string;
            name: string;
        };
        /** PropertyChangeArguments */
        PropertyChangeArguments: {
            at_high?: string | null;
            at_low?: string | null;
            description?: string | null;
            high?: string | null;
            low?: string | null;
            name?: string | null;
            property: string;
        };
        /** PropertyOrderArguments */
        PropertyOrderArguments: {
            properties: string[];
        };
        /** PropertyRemoveArguments */
        PropertyRemoveArguments: {
            property: string;
        };
        /** ProposalBringArguments */
        ProposalBringArguments: {
            draft: string;
            proposals: components["schemas"]["Proposed"][];
        };
        /** ProposalDeclineArguments */
        ProposalDeclineArguments: {
            proposals: string[];
            /** @default  */
            reason?: string;
        };
        /** ProposalLine */
        ProposalLine: {
            decided_by: string;
            difference: string;
            proposal: components["schemas"]["ModelDraftsProposal"];
            takes: boolean;
        };
        /** ProposalTakeArguments */
        ProposalTakeArguments: {
            proposals: string[];
            /** @default  */
            reason?: string;
        };
        /** ProposalsAsked */
        ProposalsAsked: {
            /** @default  */
            instrument?: string;
            /** @default 0.5 */
            least?: number;
            /** @default false */
            mapped?: boolean;
            /** @default [] */
            sources?: string[];
        };
        /** ProposalsHere */
        ProposalsHere: {
            proposals: components["schemas"]["ReadsAskedProposal"][];
        };
        /** Proposed */
        Proposed: {
            /** @default  */
            after?: string;
            /** @default  */
            altered?: string;
            /** @default  */
            before?: string;
            /** @default  */
            by?: string;
            /** @default  */
            date?: string;
            /** @default  */
            follows?: string;
            /**
             * @default change
             * @enum {string}
             */
            nature?: "change" | "comment";
            /** @default  */
            on?: string;
            /** @default  */
            words?: string;
        };
        /** PutThere */
        PutThere: {
            code: string;
            denied: boolean;
            end: number;
            id: string;
            member: string;
            start: number;
        };
        /** QcaHere */
        QcaHere: {
            cases: components["schemas"]["CaseHere"][];
            conditions: string[];
            left_out: components["schemas"]["CaseHere"][];
            necessity: components["schemas"]["NecessityHere"][];
            notes: string[];
            nowhere: number[];
            outcome: string;
            remainders: number;
            rows: components["schemas"]["RowHere"][];
            sensitivity: components["schemas"]["Sensitivity"] | null;
            size: number;
            solutions: components["schemas"]["Solution"][];
            title: string;
            untenable: number;
            version: string;
        };
        /** QcaOptions */
        QcaOptions: {
            /** @default false */
            absent?: boolean;
            /** @default [] */
            cases?: string[];
            /** @default  */
            configuration?: string;
            /** @default 0 */
            consistency?: number;
            /** @default 0 */
            in_a_row?: number;
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default 0 */
            pri?: number;
            /** @default [] */
            roles?: string[];
            /** @default false */
            sensitivity?: boolean;
            /**
             * @default intermediate
             * @enum {string}
             */
            solution?: "conservative" | "intermediate" | "parsimonious";
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** QcaRowHere */
        QcaRowHere: {
            cases: components["schemas"]["CaseHere"][];
            quotations: components["schemas"]["Quotation"][];
            row: components["schemas"]["RowHere"];
            scores: components["schemas"]["ScoreHere"][][];
            sets: string[];
        };
        /** Query */
        Query: {
            /** @default  */
            id: string;
            name: string;
            /**
             * @default words
             * @enum {string}
             */
            nature: "words" | "codings" | "context";
            /** @default  */
            scope: string;
            /** @default  */
            text: string;
            /**
             * @default turn
             * @enum {string}
             */
            within: "turn" | "source" | "participant";
        };
        /** QueryRemoveArguments */
        QueryRemoveArguments: {
            query: string;
        };
        /** QueryRenameArguments */
        QueryRenameArguments: {
            name: string;
            query: string;
        };
        /** QuerySaveArguments */
        QuerySaveArguments: {
            name: string;
            /**
             * @default words
             * @enum {string}
             */
            nature?: "words" | "codings" | "context";
            query?: string | null;
            /** @default  */
            scope?: string;
            text: string;
            /**
             * @default turn
             * @enum {string}
             */
            within?: "turn" | "source" | "participant";
        };
        /** Question */
        Question: {
            /** @default  */
            id: string;
            instrument: string;
            /**
             * @default open
             * @enum {string}
             */
            nature: "open" | "likert" | "number" | "one" | "many" | "text";
            /** @default  */
            number: string;
            /** @default [] */
            options: string[];
            /** @default 0 */
            position: number;
            topic: string | null;
            wording: string;
        };
        /** QuestionAddArguments */
        QuestionAddArguments: {
            instrument: string;
            /**
             * @default open
             * @enum {string}
             */
            nature?: "open" | "likert" | "number" | "one" | "many" | "text";
            /** @default  */
            number?: string;
            /** @default [] */
            options?: string[];
            topic?: string | null;
            wording: string;
        };
        /** QuestionChangeArguments */
        QuestionChangeArguments: {
            /** @enum {null|string} */
            nature?: "open" | "likert" | "number" | "one" | "many" | "text" | null;
            number?: string | null;
            options?: string[] | null;
            question: string;
            topic?: string | null;
            wording?: string | null;
        };
        /** QuestionHere */
        QuestionHere: {
            answers: number;
            question: components["schemas"]["Question"];
            turns: number;
        };
        /** QuestionOrderArguments */
        QuestionOrderArguments: {
            instrument: string;
            questions: string[];
        };
        /** QuestionRemoveArguments */
        QuestionRemoveArguments: {
            question: string;
        };
        /** Quotation */
        Quotation: {
            code: string;
            coding: components["schemas"]["CodingLine"];
            member: string;
            source: string;
        };
        /** QuotationChangeArguments */
        QuotationChangeArguments: {
            note?: string | null;
            printed?: string | null;
            quotation: string;
            span?: components["schemas"]["Span"] | null;
        };
        /** QuotationKeepArguments */
        QuotationKeepArguments: {
            coding?: string | null;
            /** @default  */
            note?: string;
            /** @default  */
            printed?: string;
            source?: string | null;
            span?: components["schemas"]["Span"] | null;
        };
        /** QuotationLine */
        QuotationLine: {
            code: string;
            covered: string[];
            difference: string;
            end: number;
            forgiven: string[];
            id: string;
            member: string;
            note: string;
            participants: string[];
            printed: string;
            said: string;
            source: string;
            start: number;
            status: string;
        };
        /** QuotationRemoveArguments */
        QuotationRemoveArguments: {
            quotation: string;
        };
        /** Quotations */
        Quotations: {
            quotations: components["schemas"]["Quotation"][];
            total: number;
        };
        /** ReachAsked */
        ReachAsked: {
            /** @default false */
            keep_codings?: boolean;
            names?: string[] | null;
            participant: string;
            /** @default  */
            since?: string;
            /** @default false */
            spare_others?: boolean;
        };
        /** ReachHere */
        ReachHere: {
            attributes: number;
            codes: components["schemas"]["TouchedThing"][];
            codings: number;
            files: number;
            identifier: string;
            mentions: components["schemas"]["TouchedThing"][];
            names: string[];
            others: components["schemas"]["TouchedThing"][];
            products: components["schemas"]["TouchedThing"][];
            reasons: number;
            shared: components["schemas"]["TouchedThing"][];
            themes: components["schemas"]["TouchedThing"][];
            undated: components["schemas"]["TouchedThing"][];
            whole: components["schemas"]["TouchedThing"][];
        };
        /** Reading */
        Reading: {
            codebook: string | null;
            /** @default  */
            id: string;
            member: string;
            /**
             * @default to do
             * @enum {string}
             */
            progress: "to do" | "begun" | "done";
            /** @default  */
            sample: string;
            source: string;
        };
        /** ReadingAssignArguments */
        ReadingAssignArguments: {
            members: string[];
            /** @default  */
            sample?: string;
            sources: string[];
        };
        /** ReadingBeginArguments */
        ReadingBeginArguments: {
            member?: string | null;
            sources: string[];
        };
        /** ReadingDrawSampleArguments */
        ReadingDrawSampleArguments: {
            among?: string[] | null;
            members: string[];
            name: string;
            seed?: number | null;
            size: number;
        };
        /** ReadingFinishArguments */
        ReadingFinishArguments: {
            member?: string | null;
            sources: string[];
        };
        /** ReadingHere */
        ReadingHere: {
            member: string;
            /** @enum {string} */
            progress: "to do" | "begun" | "done";
            redefined: string[];
            sample: string;
            unread: number;
        };
        /** ReadingReopenArguments */
        ReadingReopenArguments: {
            member?: string | null;
            sources: string[];
        };
        /** ReadingUnassignArguments */
        ReadingUnassignArguments: {
            member?: string | null;
            sources: string[];
        };
        /** Proposal */
        ReadsAskedProposal: {
            /** @enum {string} */
            by: "numbering" | "wording";
            now: string | null;
            number: string;
            question: string;
            score: number;
            second: [
                string,
                number
            ] | null;
            source: string;
            source_name: string;
            start: number;
            topic: string;
            turn: string;
            why: string;
            wording: string;
            words: string;
        };
        /** Difference */
        ReadsHistoryDifferenceDifference: {
            after: components["schemas"]["Point"];
            before: components["schemas"]["Point"];
            codes: components["schemas"]["ThingChange"][];
            codings: components["schemas"]["CodingChange"][];
            corrected: components["schemas"]["WordsChange"][];
            definitions: components["schemas"]["WordsChange"][];
            evidence: components["schemas"]["EvidenceChange"][];
            lineage: components["schemas"]["ThingChange"][];
            people: components["schemas"]["ThingChange"][];
            sources: components["schemas"]["ThingChange"][];
            theme_texts: components["schemas"]["WordsChange"][];
            themes: components["schemas"]["ThingChange"][];
        };
        /** Finding */
        ReadsReviewFinding: {
            name: string;
            things: string[];
            /** @enum {string} */
            weight: "wrong" | "to do";
            what: string;
        };
        /** Reach */
        ReadsWithdrawalReach: {
            /** @default 0 */
            attributes: number;
            /** @default [] */
            blotted: string[];
            change: components["schemas"]["Erased"];
            /** @default [] */
            codings: string[];
            groups: {
                [key: string]: number;
            };
            /** @default [] */
            mentions: components["schemas"]["Mention"][];
            /** @default [] */
            names: string[];
            /** @default [] */
            products: string[];
            /** @default [] */
            quotations: string[];
            /** @default 0 */
            reasons: number;
            /** @default [] */
            sources: string[];
            /** @default [] */
            themes: string[];
            transcripts: {
                [key: string]: number;
            };
            /** @default [] */
            undated: string[];
            /** @default [] */
            vivo: string[];
        };
        /** Recent */
        Recent: {
            name: string;
            path: string;
            there: boolean;
            when: number;
        };
        /** Recruitment */
        Recruitment: {
            case: string;
            count: number;
            /** @default  */
            date: string;
            /** @default  */
            id: string;
            /** @default  */
            reason: string;
            role: string;
            /** @enum {string} */
            step: "approached" | "declined" | "withdrew";
        };
        /** RecruitmentChangeArguments */
        RecruitmentChangeArguments: {
            count?: number | null;
            date?: string | null;
            line: string;
            reason?: string | null;
            /** @enum {null|string} */
            step?: "approached" | "declined" | "withdrew" | null;
        };
        /** RecruitmentLogArguments */
        RecruitmentLogArguments: {
            case: string;
            /** @default 1 */
            count?: number;
            /** @default  */
            date?: string;
            /** @default  */
            reason?: string;
            role: string;
            /** @enum {string} */
            step: "approached" | "declined" | "withdrew";
        };
        /** RecruitmentRemoveArguments */
        RecruitmentRemoveArguments: {
            line: string;
        };
        /** Refusal */
        Refusal: {
            file: string;
            place: string;
            reason: string;
        };
        /** RegisterGiven */
        RegisterGiven: {
            /** @default  */
            passphrase?: string;
            /** @default  */
            path?: string;
        };
        /** RegisterHere */
        RegisterHere: {
            names: number | null;
            path: string;
            there: boolean;
        };
        /** RelatedHere */
        RelatedHere: {
            category: string;
            grounds: components["schemas"]["SideWords"][];
            id: string;
            nature: string;
            note: string;
            to: string;
        };
        /** Relation */
        Relation: {
            category: string;
            /** @default  */
            id: string;
            /** @enum {string} */
            nature: "condition" | "context" | "action" | "consequence";
            /** @default  */
            note: string;
            to: string;
        };
        /** RelationAddArguments */
        RelationAddArguments: {
            category: string;
            codings: string[];
            /** @enum {string} */
            nature: "condition" | "context" | "action" | "consequence";
            /** @default  */
            note?: string;
            to: string;
        };
        /** RelationGroundArguments */
        RelationGroundArguments: {
            codings: string[];
            relation: string;
        };
        /** RelationNoteArguments */
        RelationNoteArguments: {
            note: string;
            relation: string;
        };
        /** RelationReleaseArguments */
        RelationReleaseArguments: {
            codings: string[];
            relation: string;
        };
        /** RelationRemoveArguments */
        RelationRemoveArguments: {
            relation: string;
        };
        /** ReplicationLine */
        ReplicationLine: {
            case: string;
            code: string;
            /** @default  */
            expected: string;
            /** @default  */
            found: string;
            gap: boolean;
            label: string;
            /** @default  */
            nature: string;
            /** @default  */
            note: string;
            theme: string;
        };
        /** ReplicationRemoveArguments */
        ReplicationRemoveArguments: {
            case: string;
            theme: string;
        };
        /** ReplicationSetArguments */
        ReplicationSetArguments: {
            case: string;
            expected?: string | null;
            /** @enum {null|string} */
            found?: "open" | "as expected" | "not as expected" | "cannot say" | null;
            /** @enum {null|string} */
            nature?: "literal" | "theoretical" | null;
            note?: string | null;
            theme: string;
        };
        /** ReportAsked */
        ReportAsked: {
            /** @default  */
            analysis?: string;
            /** @default  */
            case?: string;
            /** @default false */
            clean?: boolean;
            /** @default false */
            covered?: boolean;
            /** @default  */
            draft?: string;
            /** @default docx */
            form?: string;
            /** @default false */
            include_unreviewed?: boolean;
            /** @default report */
            name?: string;
            /** @default false */
            ordered?: boolean;
            /** @default [] */
            parts?: string[];
            /** @default false */
            preview?: boolean;
            /** @default 4 */
            quotations?: number;
            /** @default true */
            record?: boolean;
        };
        /** ReportChoices */
        ReportChoices: {
            formats: components["schemas"]["FormatChoice"][];
            forms: string[];
            parts: string[];
            version: string;
        };
        /** RestorePlan */
        RestorePlan: {
            back: number;
            entries: number;
            erasures: number;
            lost: components["schemas"]["Loses"][];
            made: number;
            present: string;
            restored: boolean;
        };
        /** RetrieveAsked */
        RetrieveAsked: {
            /** @default [] */
            cases?: string[];
            /** @default 12 */
            context?: number;
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default false */
            not_so?: boolean;
            /** @default 0 */
            offset?: number;
            /** @default [] */
            participants?: string[];
            query: string;
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            top?: number | null;
            /** @default [] */
            where?: string[];
            /**
             * @default turn
             * @enum {string}
             */
            within?: "turn" | "source" | "participant";
        };
        /** ReturnedAsked */
        ReturnedAsked: {
            /** @default  */
            draft?: string;
            /** @default  */
            file?: string;
        };
        /** RivalAddArguments */
        RivalAddArguments: {
            about: string;
            about_kind: string;
            /**
             * @default open
             * @enum {string}
             */
            disposition?: "open" | "ruled out" | "supported" | "part of it" | "cannot say";
            explanation: string;
            /** @default  */
            reason?: string;
        };
        /** RivalChangeArguments */
        RivalChangeArguments: {
            /** @enum {null|string} */
            disposition?: "open" | "ruled out" | "supported" | "part of it" | "cannot say" | null;
            explanation?: string | null;
            reason?: string | null;
            rival: string;
        };
        /** RivalLine */
        RivalLine: {
            about: string;
            about_kind: string;
            disposition: string;
            explanation: string;
            finding: string;
            id: string;
            reason: string;
        };
        /** RivalRemoveArguments */
        RivalRemoveArguments: {
            rival: string;
        };
        /** Role */
        Role: {
            /** @default [] */
            codes: string[];
            /** @default  */
            id: string;
            name: string;
            /** @default 0 */
            position: number;
        };
        /** RoleAddArguments */
        RoleAddArguments: {
            /** @default [] */
            codes?: string[];
            name: string;
        };
        /** RoleChangeArguments */
        RoleChangeArguments: {
            codes?: string[] | null;
            name?: string | null;
            role: string;
        };
        /** RoleOrderArguments */
        RoleOrderArguments: {
            roles: string[];
        };
        /** RoleRemoveArguments */
        RoleRemoveArguments: {
            role: string;
        };
        /** RowAsked */
        RowAsked: {
            options: components["schemas"]["QcaOptions"];
            row: string;
        };
        /** RowComing */
        RowComing: {
            changed: number;
            identifier: string;
            new: number;
            participant: string | null;
            place: string;
            same: number;
        };
        /** RowHere */
        RowHere: {
            cases: number[];
            contradictory: boolean;
            fit: components["schemas"]["Sufficiency"];
            number: number;
            outcome: string;
            values: number[];
            with_outcome: number[];
            written: string;
        };
        /** Runs */
        Runs: {
            base: number;
            ratios: number[];
            reached: number;
            run_length: number;
        };
        /** Said */
        Said: {
            sentence: string;
            word: string;
        };
        /** SaidOf */
        SaidOf: {
            code: string;
            codings: number;
            denied: number;
            path: string;
            sources: number;
            unreviewed: number;
        };
        /** SampleAsked */
        SampleAsked: Record<string, never>;
        /** SampleHere */
        SampleHere: {
            outside: string[];
            places: components["schemas"]["SamplePlace"][];
        };
        /** SamplePlace */
        SamplePlace: {
            interviewed: number;
            place: components["schemas"]["AnalysesRecruitmentPlace"];
        };
        /** SaturationHere */
        SaturationHere: {
            band: number[][];
            groups: components["schemas"]["Groups"][];
            least: number;
            meaning: components["schemas"]["MeaningOf"][];
            notes: string[];
            nuance_band: number[][];
            nuances: number[];
            reached: string;
            rows: components["schemas"]["MetHere"][];
            runs: components["schemas"]["Runs"];
            shuffled: components["schemas"]["Shuffled"];
            title: string;
            version: string;
        };
        /** SaturationOptions */
        SaturationOptions: {
            /** @default  */
            analysis?: string;
            /** @default 4 */
            base_size?: number;
            /** @default  */
            by?: string;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default codes */
            of?: string;
            /** @default 1000 */
            orders?: number;
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default 2 */
            run_length?: number;
            /** @default 1 */
            seed?: number;
            /** @default [] */
            sources?: string[];
            /** @default 5 */
            threshold?: number;
            /** @default [] */
            where?: string[];
        };
        /** ScopeAsked */
        ScopeAsked: {
            /** @default [] */
            cases?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** ScopeHere */
        ScopeHere: {
            cases: number;
            of_cases: number;
            of_participants: number;
            of_sources: number;
            participant_ids: string[];
            participants: number;
            source_ids: string[];
            sources: number;
        };
        /** ScoreHere */
        ScoreHere: {
            /** @default [] */
            behind: string[];
            calibrated: number | null;
            case: string;
            condition: string;
            /** @default  */
            id: string;
            /** @default  */
            measured: string;
            /** @default  */
            member: string;
            /** @default  */
            nothing: string;
            raw: number | null;
            /** @default  */
            reason: string;
            /** @default [] */
            segments: string[];
            stale: {
                [key: string]: number;
            };
            value: number | null;
        };
        /** ScoreLookAgainArguments */
        ScoreLookAgainArguments: {
            score: string;
        };
        /** ScoreRemoveArguments */
        ScoreRemoveArguments: {
            case: string;
            condition: string;
        };
        /** ScoreSetArguments */
        ScoreSetArguments: {
            case: string;
            condition: string;
            reason?: string | null;
            segments?: string[] | null;
            value?: string | null;
        };
        /** Seats */
        Seats: {
            approached: number;
            case: string;
            coded: number;
            declined: number;
            interviewed: number;
            planned: number | null;
            recruited: number;
            role: string;
        };
        /** Sensitivity */
        Sensitivity: {
            /** @enum {string} */
            nature: "conservative" | "intermediate" | "parsimonious";
            reaches: components["schemas"]["AnalysesQcaSensitivityReach"][];
            without: components["schemas"]["Without"][];
            written: string;
        };
        /** Opened */
        ServerRoutesHistoryOpened: {
            changes: components["schemas"]["ChangeLine"][];
            entry: components["schemas"]["Happened"];
            more: {
                [key: string]: number;
            };
        };
        /** Place */
        ServerRoutesStartPlace: {
            path: string;
        };
        /** Sample */
        ServerViewsStandingSample: {
            cases: components["schemas"]["FrameLine"][];
            notes: string[];
            outside: number;
            places: components["schemas"]["Seats"][];
            roles: components["schemas"]["FrameLine"][];
        };
        /** Set */
        Set: {
            /** @default  */
            description: string;
            /** @default  */
            id: string;
            name: string;
            /** @enum {string} */
            of: "source" | "participant" | "code";
        };
        /** SetAddArguments */
        SetAddArguments: {
            /** @default  */
            description?: string;
            name: string;
            /** @enum {string} */
            of: "source" | "participant" | "code";
            /** @default [] */
            things?: string[];
        };
        /** SetChangeArguments */
        SetChangeArguments: {
            description?: string | null;
            name?: string | null;
            set_: string;
        };
        /** SetHere */
        SetHere: {
            /** @enum {string} */
            basis: "judgement" | "attribute" | "share";
            crossover: components["schemas"]["AnchorHere"];
            /** @enum {string} */
            expects: "either" | "present" | "absent";
            expects_reason: string;
            full_in: components["schemas"]["AnchorHere"];
            full_out: components["schemas"]["AnchorHere"];
            id: string;
            meaning: string;
            name: string;
            /** @enum {string} */
            nature: "fuzzy" | "crisp";
            of: string | null;
            of_label: string;
            /** @enum {string} */
            part: "condition" | "outcome";
            scores: components["schemas"]["ScoreHere"][];
            values: string[];
        };
        /** SetMember */
        SetMember: {
            /** @default  */
            id: string;
            set: string;
            thing: string;
        };
        /** SetPutInArguments */
        SetPutInArguments: {
            set_: string;
            things: string[];
        };
        /** SetRemoveArguments */
        SetRemoveArguments: {
            set_: string;
        };
        /** SetTakeOutArguments */
        SetTakeOutArguments: {
            set_: string;
            things: string[];
        };
        /** Settings */
        Settings: {
            /** @default  */
            aims: string;
            /** @default  */
            ethics: string;
            /** @default  */
            grammar: string;
            /** @default  */
            id: string;
            /** @default  */
            invented: string;
            /** @default  */
            key: string;
            primary: string | null;
            /** @default [] */
            questions: string[];
            title: string;
        };
        /** Shared */
        Shared: {
            analysis: string;
            code_ids: string[];
            coding_ids: string[];
        };
        /** Sheet */
        Sheet: {
            columns: components["schemas"]["SheetColumn"][];
            /** @enum {string} */
            of: "case" | "participant";
            rows: components["schemas"]["SheetRow"][];
        };
        /** SheetAsked */
        SheetAsked: {
            /** @enum {string} */
            of: "case" | "participant";
        };
        /** SheetColumn */
        SheetColumn: {
            /** @default false */
            grouping: boolean;
            heading: string;
            key: string;
            /** @default  */
            note: string;
            /** @default [] */
            options: string[];
            /** @enum {string} */
            part: "own" | "attribute" | "consent" | "count";
            /** @enum {string} */
            type: "text" | "number" | "date" | "boolean" | "one-of" | "many-of";
        };
        /** SheetFillArguments */
        SheetFillArguments: {
            /** @default false */
            extend?: boolean;
            lines: components["schemas"]["SheetLine"][];
            /** @enum {string} */
            of: "case" | "participant";
        };
        /** SheetLine */
        SheetLine: {
            cells?: {
                [key: string]: string;
            };
            /** @default  */
            row?: string;
        };
        /** SheetRow */
        SheetRow: {
            cells: string[];
            id: string;
        };
        /** Shown */
        Shown: {
            column: number;
            /** @default [] */
            covered: string[];
            end: number;
            /** @default [] */
            identifiers: string[];
            /** @enum {string} */
            kind: "quote" | "claim" | "table" | "figure" | "cite" | "words";
            line: number;
            name: string;
            /** @default  */
            printed: string;
            /** @default  */
            sentence: string;
            /** @default  */
            source: string;
            /** @default 0 */
            source_end: number;
            /** @default 0 */
            source_start: number;
            /** @default  */
            stale: string;
            start: number;
            /** @enum {string} */
            status: "exact" | "declared" | "altered" | "not found" | "gone" | "withheld" | "covered" | "shown" | "not shown" | "contradicted" | "cannot say" | "no verdict" | "there";
            /** @default  */
            thing: string;
            well: boolean;
            written: string;
        };
        /** Shuffled */
        Shuffled: {
            /** @description 5th, 50th and 95th percentile; empty where never. */
            after: number[];
            orders: number;
            reached: number;
        };
        /** SideAsked */
        SideAsked: {
            group: string;
            options: components["schemas"]["ContrastOptions"];
            row: string;
        };
        /** SideInWords */
        SideInWords: {
            entry: string;
            member: string;
            number: number;
            stands: boolean;
            value: string;
            when: string;
            who: string;
        };
        /** SideOpened */
        SideOpened: {
            quotations: components["schemas"]["Quotation"][];
            side: components["schemas"]["AnalysesContrastedOpened"];
        };
        /** SideThere */
        SideThere: {
            codings: components["schemas"]["PutThere"][];
            label: string;
        };
        /** SideWords */
        SideWords: {
            /** @default [] */
            cases: string[];
            /** @default  */
            code: string;
            /** @default [] */
            covered: string[];
            /** @default 0 */
            end: number;
            id: string;
            kind: string;
            /** @default  */
            member: string;
            name: string;
            /** @default [] */
            participants: string[];
            /** @default [] */
            roles: string[];
            /** @default  */
            source: string;
            /** @default 0 */
            start: number;
            /** @default  */
            words: string;
        };
        /** SidesAsked */
        SidesAsked: {
            one: components["schemas"]["ComparedSide"];
            other: components["schemas"]["ComparedSide"];
        };
        /** SidesHere */
        SidesHere: {
            before: string[];
            one: components["schemas"]["SideWords"];
            other: components["schemas"]["SideWords"];
            version: string;
        };
        /** SignOff */
        SignOff: {
            /** @default true */
            agrees: boolean;
            /** @default  */
            id: string;
            member: string;
            /** @default  */
            note: string;
            /** @default [] */
            seen: string[];
            theme: string;
        };
        /** Signature */
        Signature: {
            agrees: boolean;
            by: string[];
            lapsed: boolean;
            member: string;
            note: string;
        };
        /** SignedAsked */
        SignedAsked: {
            /** @default  */
            theme?: string;
        };
        /** SignedHere */
        SignedHere: {
            themes: components["schemas"]["ThemeStanding"][];
            version: string;
        };
        /** SignedOff */
        SignedOff: {
            against: string[];
            agreed: string[];
            missing: string[];
            signatures: components["schemas"]["Signature"][];
            theme: string;
            wording: components["schemas"]["Wording"][];
        };
        /** SigningKeyDeclareArguments */
        SigningKeyDeclareArguments: {
            /** @default  */
            note?: string;
            public: string;
        };
        /** SigningKeyRevokeArguments */
        SigningKeyRevokeArguments: {
            key: string;
        };
        /** Silence */
        Silence: {
            about: string;
            exposure: {
                [key: string]: number;
            };
            label: string;
        };
        /** SimilarityHere */
        SimilarityHere: {
            joins: [
                number,
                number,
                number,
                number
            ][];
            lines: components["schemas"]["Line"][];
            notes: string[];
            order: string[];
            pairs: components["schemas"]["Alike"][];
            placed: components["schemas"]["MapPlace"][];
            title: string;
            version: string;
        };
        /** SimilarityOptions */
        SimilarityOptions: {
            /** @default  */
            analysis?: string;
            /** @default cases */
            by?: string;
            /** @default [] */
            cases?: string[];
            /** @default [] */
            codes?: string[];
            /** @default 0 */
            groups?: number;
            /** @default false */
            include_unreviewed?: boolean;
            /**
             * @default shared
             * @enum {string}
             */
            measure?: "shared" | "matching" | "shares";
            /** @default [] */
            members?: string[];
            /** @default codes */
            of?: string;
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            /** @default [] */
            where?: string[];
        };
        /** Since */
        Since: {
            /** @default [] */
            acts: components["schemas"]["LogEntry"][];
            after: components["schemas"]["ClaimStanding"];
            before: components["schemas"]["ClaimStanding"] | null;
            claim: string;
            entry: string;
            looked: boolean;
            sentence: string;
            /** @default [] */
            what: string[];
        };
        /** SinceAsked */
        SinceAsked: {
            /** @default [] */
            claims?: string[];
            /** @default  */
            entry?: string;
        };
        /** SinceHere */
        SinceHere: {
            claims: components["schemas"]["Since"][];
            version: string;
        };
        /** Solution */
        Solution: {
            /** @default true */
            complete: boolean;
            models: components["schemas"]["Model"][];
            /** @enum {string} */
            nature: "conservative" | "intermediate" | "parsimonious";
        };
        /** SourceAddArguments */
        SourceAddArguments: {
            case?: string | null;
            /** @default  */
            date?: string;
            /** @default  */
            description?: string;
            /** @default  */
            encoding?: string;
            interview?: string | null;
            /** @default  */
            language?: string;
            name: string;
            /**
             * @default transcript
             * @enum {string}
             */
            nature?: "transcript" | "document" | "field note" | "answer" | "image" | "recording";
            participant?: string | null;
            /** @default  */
            text?: string;
        };
        /** SourceAssignArguments */
        SourceAssignArguments: {
            case?: string | null;
            interview?: string | null;
            participant?: string | null;
            sources: string[];
        };
        /** SourceCorrectArguments */
        SourceCorrectArguments: {
            edits: [
                components["schemas"]["Span"],
                string
            ][];
            source: string;
        };
        /** SourceDescribeArguments */
        SourceDescribeArguments: {
            date?: string | null;
            description?: string | null;
            language?: string | null;
            /** @enum {null|string} */
            nature?: "transcript" | "document" | "field note" | "answer" | "image" | "recording" | null;
            source: string;
        };
        /** SourceEraseArguments */
        SourceEraseArguments: {
            /** @default false */
            keep_codings?: boolean;
            renamed?: {
                [key: string]: string;
            } | null;
            source: string;
            /** @default false */
            spare_others?: boolean;
        };
        /** SourceLine */
        SourceLine: {
            case: string | null;
            characters: number;
            codings: number;
            covered: string[];
            date: string;
            file: string;
            id: string;
            interview: string | null;
            language: string;
            marks: number;
            mine: number;
            name: string;
            /** @enum {string} */
            nature: "transcript" | "document" | "field note" | "answer" | "image" | "recording";
            participant: string | null;
            readings: components["schemas"]["ReadingHere"][];
            turns: number;
            unassigned: number;
        };
        /** SourceOrderArguments */
        SourceOrderArguments: {
            sources: string[];
        };
        /** SourceRedactArguments */
        SourceRedactArguments: {
            /** @default  */
            mark?: string;
            source: string;
            span: components["schemas"]["Span"];
        };
        /** SourceRemoveArguments */
        SourceRemoveArguments: {
            sources: string[];
        };
        /** SourceRenameArguments */
        SourceRenameArguments: {
            name: string;
            source: string;
        };
        /** SourceReplaceTextArguments */
        SourceReplaceTextArguments: {
            source: string;
            text: string;
        };
        /** SourceReplaceWordsArguments */
        SourceReplaceWordsArguments: {
            find: string;
            sources: string[];
            /** @default true */
            whole?: boolean;
            words: string;
        };
        /** SourceToRead */
        SourceToRead: {
            after: string | null;
            before: string | null;
            corrected: boolean;
            description: string;
            paragraphs: [
                number,
                string
            ][];
            source: components["schemas"]["SourceLine"];
            speakers: components["schemas"]["SpeakerHere"][];
            text: string;
            turns: components["schemas"]["TurnHere"][];
        };
        /** Span */
        Span: {
            end: number;
            start: number;
        };
        /** Speaker */
        Speaker: {
            /** @default  */
            id: string;
            label: string;
            participant: string | null;
            source: string;
            /**
             * @default unassigned
             * @enum {string}
             */
            voice: "participant" | "interviewer" | "other" | "unassigned";
        };
        /** SpeakerHere */
        SpeakerHere: {
            id: string;
            identifier: string;
            label: string;
            participant: string | null;
            /** @enum {string} */
            voice: "participant" | "interviewer" | "other" | "unassigned";
        };
        /** SpeakerMapArguments */
        SpeakerMapArguments: {
            label: string;
            participant?: string | null;
            source: string;
            /** @enum {string} */
            voice: "participant" | "interviewer" | "other" | "unassigned";
        };
        /** SpeakerMapLabelArguments */
        SpeakerMapLabelArguments: {
            label: string;
            participant?: string | null;
            sources: string[];
            /** @enum {string} */
            voice: "participant" | "interviewer" | "other" | "unassigned";
        };
        /** SpeakerMapManyArguments */
        SpeakerMapManyArguments: {
            voices: {
                [key: string]: components["schemas"]["Voiced"];
            };
        };
        /** SpokenIn */
        SpokenIn: {
            characters: number;
            date: string;
            interview: string;
            name: string;
            source: string;
            turns: number;
        };
        /** Standing */
        Standing: {
            answers: {
                [key: string]: "yes" | "no" | "not asked";
            };
            ended: boolean;
            identifier: string;
            /** @default  */
            note: string;
            participant: string;
            recorded: boolean;
            until: string;
        };
        /** PairsHere */
        StandingAgainstPairsHere: {
            cases: components["schemas"]["Line"][];
            notes: string[];
            rows: components["schemas"]["PairLine"][];
            title: string;
            version: string;
        };
        /** StandingAsked */
        StandingAsked: {
            /** @default  */
            theme?: string;
        };
        /** StandingHere */
        StandingHere: {
            given: components["schemas"]["GivenLine"][];
            notes: string[];
            refused: {
                [key: string]: string;
            };
            replication: components["schemas"]["ReplicationLine"][];
            rivals: components["schemas"]["RivalLine"][];
            version: string;
        };
        /** StartHere */
        StartHere: {
            demonstration: boolean;
            folder: string;
            member: string;
            open: boolean;
            places: components["schemas"]["Suggested"][];
            recent: components["schemas"]["Recent"][];
        };
        /** Steps */
        Steps: {
            noticed: boolean;
            read: boolean;
            written: boolean;
        };
        /** Stretch */
        Stretch: {
            /** @enum {string} */
            nature: "same" | "gone" | "new";
            words: string;
        };
        /** StudyChangeArguments */
        StudyChangeArguments: {
            aims?: string | null;
            ethics?: string | null;
            grammar?: string | null;
            invented?: string | null;
            primary?: string | null;
            questions?: string[] | null;
            title?: string | null;
        };
        /** StudyHere */
        StudyHere: {
            attributes: components["schemas"]["Attribute"][];
            counts: {
                [key: string]: number;
            };
            encrypted: boolean;
            id: string;
            me: components["schemas"]["Me"];
            members: components["schemas"]["Member"][];
            name: string;
            notes: string[];
            /** @enum {string} */
            place: "file" | "database" | "memory";
            roles: components["schemas"]["Role"][];
            seq: number;
            settings: components["schemas"]["Settings"];
            version: string;
        };
        /** Sufficiency */
        Sufficiency: {
            consistency: number | null;
            coverage: number | null;
            pri: number | null;
            unique: number | null;
        };
        /** Suggested */
        Suggested: {
            name: string;
            path: string;
            synced: string;
        };
        /** SummaryHere */
        SummaryHere: {
            changed: string[];
            id: string;
            member: string;
            new: string[];
            of: string;
            row: string;
            row_kind: string;
            segments: string[];
            stale: {
                [key: string]: number;
            };
            whose: string;
            words: string;
        };
        /** SummaryLinkArguments */
        SummaryLinkArguments: {
            codings: string[];
            summary: string;
        };
        /** SummaryLookAgainArguments */
        SummaryLookAgainArguments: {
            seen?: string[] | null;
            summary: string;
        };
        /** SummaryRemoveArguments */
        SummaryRemoveArguments: {
            summary: string;
        };
        /** SummaryRemoveManyArguments */
        SummaryRemoveManyArguments: {
            summaries: string[];
        };
        /** SummaryUnlinkArguments */
        SummaryUnlinkArguments: {
            codings: string[];
            summary: string;
        };
        /** SummaryWriteArguments */
        SummaryWriteArguments: {
            framework: string;
            of: string;
            row: string;
            seen?: string[] | null;
            segments?: string[] | null;
            words: string;
        };
        /** SummaryWriteManyArguments */
        SummaryWriteManyArguments: {
            cells: components["schemas"]["CellWords"][];
            framework: string;
        };
        /** Table */
        Table: {
            columns: components["schemas"]["Column"][];
            /** @default [] */
            notes: string[];
            rows: (string | number | null)[][];
            title: string;
        };
        /** TableAsked */
        TableAsked: {
            /**
             * @default xlsx
             * @enum {string}
             */
            form?: "csv" | "tsv" | "xlsx" | "html";
            /** @default true */
            record?: boolean;
            /** @enum {string} */
            what: "codings" | "codebook" | "matrix" | "frame" | "participants" | "cases";
        };
        /** Tally */
        Tally: {
            /** @default 0 */
            no: number;
            /** @default 0 */
            unknown: number;
            /** @default 0 */
            yes: number;
        };
        /** Target */
        Target: {
            case: string;
            /** @default  */
            id: string;
            /** @default 0 */
            planned: number;
            role: string;
        };
        /** TargetCell */
        TargetCell: {
            case: string;
            planned: number | null;
            role: string;
        };
        /** Targets */
        Targets: {
            targets: components["schemas"]["TargetCell"][];
        };
        /** Task */
        Task: {
            about: string | null;
            /** @default  */
            about_kind: string;
            done: string | null;
            /** @default  */
            id: string;
            /**
             * @default other
             * @enum {string}
             */
            nature: "rewrite" | "look again" | "support" | "tell" | "other";
            /** @default  */
            note: string;
        };
        /** TaskAddArguments */
        TaskAddArguments: {
            about?: string | null;
            /** @default  */
            about_kind?: string;
            /**
             * @default other
             * @enum {string}
             */
            nature?: "rewrite" | "look again" | "support" | "tell" | "other";
            note: string;
        };
        /** TaskFinishArguments */
        TaskFinishArguments: {
            /** @default true */
            done?: boolean;
            tasks: string[];
        };
        /** TaskLine */
        TaskLine: {
            on: string;
            task: components["schemas"]["Task"];
        };
        /** TermFit */
        TermFit: {
            cases: number[];
            fit: components["schemas"]["Sufficiency"];
            term: number[];
            without_outcome: number[];
            written: string;
        };
        /** Test */
        Test: {
            df: number | null;
            effects: {
                [key: string]: number;
            };
            groups: number;
            /** @default  */
            how: string;
            n: number;
            name: string;
            p: number;
            statistic: number | null;
            /** @default [] */
            warnings: string[];
        };
        /** Tested */
        Tested: {
            by_case: components["schemas"]["Test"] | null;
            item: number;
            tests: components["schemas"]["Test"][];
            /** @default  */
            why: string;
        };
        /** Theme */
        Theme: {
            analysis: string;
            /** @default  */
            boundary: string;
            /** @default  */
            content: string;
            /** @default  */
            id: string;
            label: string;
            /** @default  */
            meaning: string;
            parent: string | null;
            /** @default 0 */
            position: number;
            /**
             * @default candidate
             * @enum {string}
             */
            status: "candidate" | "final";
            /** @default  */
            story: string;
        };
        /** ThemeAddArguments */
        ThemeAddArguments: {
            analysis: string;
            /** @default  */
            boundary?: string;
            /** @default  */
            content?: string;
            /** @default  */
            meaning?: string;
            name: string;
            parent?: string | null;
            /**
             * @default candidate
             * @enum {string}
             */
            status?: "candidate" | "final";
            /** @default  */
            story?: string;
        };
        /** ThemeBeginArguments */
        ThemeBeginArguments: {
            analysis: string;
            /**
             * @default grouped
             * @enum {string}
             */
            how?: "grouped" | "split" | "promoted" | "dropped";
            name: string;
            origins: string[];
            parent?: string | null;
            /** @default  */
            reason?: string;
        };
        /** ThemeLine */
        ThemeLine: {
            against: number;
            depth: number;
            for: number;
            lineage: components["schemas"]["OriginHere"][];
            theme: components["schemas"]["Theme"];
        };
        /** ThemeMoveArguments */
        ThemeMoveArguments: {
            parent: string | null;
            theme: string;
        };
        /** ThemeOrderArguments */
        ThemeOrderArguments: {
            themes: string[];
        };
        /** ThemeRelabelArguments */
        ThemeRelabelArguments: {
            name: string;
            theme: string;
            /** @default false */
            wording_only?: boolean;
        };
        /** ThemeRemoveArguments */
        ThemeRemoveArguments: {
            theme: string;
        };
        /** ThemeRow */
        ThemeRow: {
            cases: number;
            coding_ids: string[];
            depth: number;
            evidence_against: number;
            evidence_for: number;
            id: string;
            label: string;
            origins: components["schemas"]["Origin"][];
            participants: number;
            status: string;
        };
        /** ThemeSettleArguments */
        ThemeSettleArguments: {
            /**
             * @default final
             * @enum {string}
             */
            status?: "candidate" | "final";
            theme: string;
        };
        /** ThemeSignOffArguments */
        ThemeSignOffArguments: {
            /** @default true */
            agrees?: boolean;
            /** @default  */
            note?: string;
            theme: string;
        };
        /** ThemeSplitArguments */
        ThemeSplitArguments: {
            /** @default [] */
            codings?: string[];
            name: string;
            /** @default [] */
            origins?: string[];
            /** @default  */
            reason?: string;
            theme: string;
        };
        /** ThemeStanding */
        ThemeStanding: {
            by_all: boolean;
            label: string;
            standing: components["schemas"]["SignedOff"];
            status: string;
        };
        /** ThemeToRead */
        ThemeToRead: {
            evidence: components["schemas"]["Placed"][];
            suggested: {
                [key: string]: number;
            };
            theme: components["schemas"]["ThemeLine"];
        };
        /** ThemeWriteArguments */
        ThemeWriteArguments: {
            boundary?: string | null;
            content?: string | null;
            meaning?: string | null;
            story?: string | null;
            theme: string;
            /** @default false */
            wording_only?: boolean;
        };
        /** ThingChange */
        ThingChange: {
            /** @default  */
            after: string;
            /** @default  */
            before: string;
            id: string;
            kind: string;
            thing: string;
            what: string;
        };
        /** ThresholdRemoveArguments */
        ThresholdRemoveArguments: {
            /** @enum {string} */
            word: "most" | "many" | "some" | "few" | "often";
        };
        /** ThresholdSetArguments */
        ThresholdSetArguments: {
            /** @default 0 */
            least?: number;
            /** @default 100 */
            most?: number;
            /** @default  */
            reason?: string;
            /** @enum {string} */
            word: "most" | "many" | "some" | "few" | "often";
        };
        /** ToMake */
        ToMake: {
            /** @default  */
            member?: string;
            /** @default  */
            passphrase?: string;
            path: string;
            /** @default  */
            title?: string;
        };
        /** ToOpen */
        ToOpen: {
            /** @default  */
            member?: string;
            /** @default  */
            passphrase?: string;
            path: string;
        };
        /** ToRestore */
        ToRestore: {
            /** @default 1 */
            number?: number;
            /** @default  */
            passphrase?: string;
            path: string;
            /** @default false */
            trial?: boolean;
        };
        /** Topic */
        Topic: {
            /** @default  */
            description: string;
            /** @default  */
            id: string;
            name: string;
            /** @default 0 */
            position: number;
        };
        /** TopicAddArguments */
        TopicAddArguments: {
            /** @default  */
            description?: string;
            name: string;
        };
        /** TopicAnswer */
        TopicAnswer: {
            asks: string;
            /** @default  */
            computed: string;
            /** @default [] */
            items: string[];
            key: string;
            /** @enum {string} */
            state: "computed" | "entered" | "missing" | "not applicable";
            title: string;
            /** @enum {string} */
            when: "setting up" | "meeting people" | "analysing" | "writing";
            /** @default  */
            words: string;
        };
        /** TopicChangeArguments */
        TopicChangeArguments: {
            description?: string | null;
            name?: string | null;
            topic: string;
        };
        /** TopicHere */
        TopicHere: {
            codes: components["schemas"]["TopicLink"][];
            questions: number;
            topic: components["schemas"]["Topic"];
            turns: number;
        };
        /** TopicLink */
        TopicLink: {
            code: string;
            link: string;
        };
        /** TopicOrderArguments */
        TopicOrderArguments: {
            topics: string[];
        };
        /** TopicRemoveArguments */
        TopicRemoveArguments: {
            into?: string | null;
            topic: string;
        };
        /** Touched */
        Touched: {
            after: components["schemas"]["Span"];
            before: components["schemas"]["Span"];
            /** @enum {string} */
            how: "stretched" | "shrank" | "reworded" | "emptied";
            id: string;
            kind: string;
        };
        /** TouchedThing */
        TouchedThing: {
            /** @default 0 */
            count: number;
            id: string;
            kind: string;
            name: string;
        };
        /** Turn */
        Turn: {
            entry?: string | null;
            /** @default false */
            with_dependants?: boolean;
        };
        /** TurnChangeArguments */
        TurnChangeArguments: {
            /** @enum {null|string} */
            nature?: "speech" | "note" | "heading" | "quoted" | null;
            speaker?: string | null;
            turns: string[];
        };
        /** TurnDeclinedArguments */
        TurnDeclinedArguments: {
            /** @default true */
            declined?: boolean;
            turns: string[];
        };
        /** TurnHere */
        TurnHere: {
            declined: boolean;
            end: number;
            from_ms: number | null;
            id: string;
            /** @enum {string} */
            nature: "speech" | "note" | "heading" | "quoted";
            question: string | null;
            speaker: string | null;
            start: number;
            to_ms: number | null;
            topic: string | null;
        };
        /** TurnMapArguments */
        TurnMapArguments: {
            question?: string | null;
            topic?: string | null;
            turns: string[];
        };
        /** TurnMapManyArguments */
        TurnMapManyArguments: {
            questions: {
                [key: string]: string;
            };
        };
        /** Turned */
        Turned: {
            changed: {
                [key: string]: string[];
            };
            entry: string;
            verb: string;
            what: string;
        };
        /** TurnsAsked */
        TurnsAsked: {
            /** @default  */
            instrument?: string;
            /** @default 0.5 */
            least?: number;
            source: string;
        };
        /** TurnsHere */
        TurnsHere: {
            name: string;
            source: string;
            turns: components["schemas"]["AskingTurn"][];
        };
        /** Unbound */
        Unbound: {
            about: string;
            do: string;
            end: number;
            line: number;
            start: number;
            what: string;
        };
        /** Uncoded */
        Uncoded: {
            end: number;
            source: string;
            start: number;
            turns: number;
        };
        /** UnitStanding */
        UnitStanding: {
            /** @default [] */
            against_ids: string[];
            /** @default [] */
            coding_ids: string[];
            /** @default  */
            group: string;
            key: string;
            /** @enum {string} */
            known: "yes" | "no" | "not known";
            label: string;
            words: {
                [key: string]: number;
            };
        };
        /** Unprompted */
        Unprompted: {
            before: [
                number,
                number
            ];
            coding: string;
            end: number;
            participant: string;
            source: string;
            start: number;
            topic: string | null;
        };
        /** Unwritten */
        Unwritten: {
            where: string;
            whose: string;
            why: string;
        };
        /** Upload */
        Upload: {
            /** @default 0 */
            files: number;
            id: string;
            /** @default 0 */
            size: number;
        };
        /** Use */
        Use: {
            codings: number;
            sources: number;
            unreviewed: number;
        };
        /** Uses */
        Uses: {
            uses: {
                [key: string]: components["schemas"]["Use"];
            };
            version: string;
        };
        /** Side */
        VerbsComparisonsSide: {
            id: string;
            /** @enum {string} */
            kind: "coding" | "turn" | "code" | "case" | "theme";
        };
        /** Sample */
        VerbsReadingsSample: {
            name: string;
            seed: number;
            sources: string[];
        };
        /** Version */
        Version: {
            because: string;
            by: string;
            entry: string;
            fields: {
                [key: string]: string;
            };
            verb: string;
            wall: number;
        };
        /** Voice */
        Voice: {
            label: string;
            members: string[];
            /** @default false */
            recognisable: boolean;
        };
        /** VoiceFix */
        VoiceFix: {
            label: string;
            /** @default  */
            participant?: string;
            /** @enum {string} */
            voice: "participant" | "interviewer" | "other" | "unassigned";
        };
        /** VoiceLine */
        VoiceLine: {
            covered: string[];
            end: number;
            label: string;
            name: string;
            participant: string | null;
            source: string;
            speaker: string;
            start: number;
            turns: number;
            /** @enum {string} */
            voice: "participant" | "interviewer" | "other" | "unassigned";
            words: string;
        };
        /** VoiceRow */
        VoiceRow: {
            expected: number;
            label: string;
            of: string;
            people: number;
            quotations: number;
            quoted: number;
        };
        /** Voiced */
        Voiced: {
            participant?: string | null;
            /** @enum {string} */
            voice: "participant" | "interviewer" | "other" | "unassigned";
        };
        /** VoicesAsked */
        VoicesAsked: {
            /** @default false */
            every?: boolean;
        };
        /** Where */
        Where: {
            /** @default 0 */
            line: number;
            /** @default 0 */
            page: number;
            /** @default 0 */
            paragraph: number;
            /** @default  */
            section: string;
        };
        /** Who */
        Who: {
            /** @default false */
            always?: boolean;
            member: string;
        };
        /** Without */
        Without: {
            case: number;
            same: boolean;
            written: string;
        };
        /** WordOptions */
        WordOptions: {
            /** @default cases */
            by?: string;
            /** @default [] */
            cases?: string[];
            /** @default false */
            include_unreviewed?: boolean;
            /** @default false */
            interviewers?: boolean;
            /** @default [] */
            members?: string[];
            /** @default [] */
            participants?: string[];
            /** @default [] */
            roles?: string[];
            /** @default [] */
            sources?: string[];
            stop?: string[] | null;
            /** @default 50 */
            top?: number;
            /** @default true */
            total?: boolean;
            /** @default [] */
            where?: string[];
            /** @default [] */
            words?: string[];
        };
        /** Wording */
        Wording: {
            contested: string | null;
            entry: string;
            id: string;
            member: string;
            reason: string;
            shown_to: string[];
        };
        /** WordingChange */
        WordingChange: {
            contested: string | null;
            entry: string;
            /** @default  */
            id: string;
            member: string;
            /** @default  */
            reason: string;
            theme: string;
        };
        /** WordingContestArguments */
        WordingContestArguments: {
            /** @default  */
            reason?: string;
            wording: string;
        };
        /** WordsChange */
        WordsChange: {
            after: string;
            before: string;
            field: string;
            id: string;
            kind: string;
            places: number;
            stretches: components["schemas"]["Stretch"][];
            thing: string;
        };
        /** WordsHere */
        WordsHere: {
            lines: components["schemas"]["Line"][];
            notes: string[];
            numbers: {
                [key: string]: number[][];
            };
            of: {
                [key: string]: number[];
            };
            stopped: [
                string,
                number
            ][];
            version: string;
            words: string[];
        };
        /** Written */
        Written: {
            changed: number;
            /** @default 0 */
            cleared: number;
            /** @default [] */
            options: string[];
            /** @default [] */
            unread: [
                string,
                string
            ][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    post_adjudication_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjudicationRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_analysis_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalysisAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_analysis_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalysisChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_analysis_core: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalysisCoreArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_analysis_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalysisRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_answer_give: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerGiveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneBool"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_answer_give_many: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerGiveManyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_answer_take_back: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerTakeBackArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_attribute_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributeAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_attribute_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributeChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_attribute_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributeRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_attribute_rename_option: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributeRenameOptionArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_attribute_set_values: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributeSetValuesArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneWritten"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_case_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_case_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_case_merge: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMergeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_case_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_case_part: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasePartArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_case_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_claim_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_claim_look: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimLookArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_claim_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_claim_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_claim_write: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimWriteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_colour: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeColourArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_define: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeDefineArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_merge: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeMergeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_move: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeMoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_part: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodePartArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_rename: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRenameArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_retire: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRetireArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_split: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeSplitArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_code_take_up: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeTakeUpArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_accept: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingAcceptArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_apply: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingApplyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_apply_all: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingApplyAllArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_apply_many: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingApplyManyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_by_rule: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingByRuleArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneAutocoded"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_comment: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingCommentArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_in_vivo: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingInVivoArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_recode: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingRecodeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_resize: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingResizeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_stance: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingStanceArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_coding_weigh: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingWeighArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_comparison_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparisonChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_comparison_decide: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparisonDecideArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_comparison_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparisonRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_condition_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_condition_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_condition_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_condition_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_configuration_begin: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationBeginArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_configuration_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_configuration_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_conflict_keep: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictKeepArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_conflict_write: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictWriteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_consent_forget: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentForgetArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_consent_set: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentSetArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_consent_set_many: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentSetManyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_content_note_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContentNoteAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_content_note_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContentNoteRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_difference_adjudicate: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DifferenceAdjudicateArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_discussion_close: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscussionCloseArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_discussion_invite: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscussionInviteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_discussion_open: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscussionOpenArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_discussion_release: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscussionReleaseArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_discussion_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscussionRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_discussion_show: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscussionShowArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_draft_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_draft_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_draft_look: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftLookArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_draft_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_evidence_place: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidencePlaceArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_evidence_take_away: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceTakeAwayArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_framework_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrameworkAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_framework_add_version: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrameworkAddVersionArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_framework_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrameworkChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_framework_columns: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrameworkColumnsArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_framework_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrameworkRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_given_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneListStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_given_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_given_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_guideline_answer: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuidelineAnswerArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_guideline_clear: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuidelineClearArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_instrument_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_instrument_add_version: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentAddVersionArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_instrument_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_instrument_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_interview_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_interview_add_many: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewAddManyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneListStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_interview_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_interview_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_interview_use_guides: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewUseGuidesArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_lineage_develop: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineageDevelopArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_lineage_forget: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineageForgetArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_lineage_move: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineageMoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_link_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_link_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_link_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_change_arrow: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapChangeArrowArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_connect: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapConnectArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_move: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapMoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_place: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapPlaceArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_remove_arrow: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapRemoveArrowArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_take_off: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapTakeOffArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_map_write: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapWriteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_mark_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_mark_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_mark_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_member_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_member_merge: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberMergeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_member_part: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberPartArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_member_permit: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberPermitArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_member_perspectives: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberPerspectivesArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_member_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_member_rename: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRenameArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_member_share_perspectives: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberSharePerspectivesArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_memo_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemoChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_memo_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemoRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_memo_share: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemoShareArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_memo_write: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemoWriteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_negative_note: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NegativeNoteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_negative_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NegativeRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_negative_settle: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NegativeSettleArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_negative_settle_candidate: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NegativeSettleCandidateArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_pair_write: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairWriteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_participant_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_participant_add_many: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantAddManyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneListStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_participant_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_participant_erase: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantEraseArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneReach"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_participant_merge: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantMergeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_participant_part: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantPartArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_participant_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_position_dissent: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionDissentArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_position_hand_in: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionHandInArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_position_write: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionWriteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_product_forget: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductForgetArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_product_note: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductNoteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_product_record: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductRecordArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_property_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PropertyAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_property_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PropertyChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_property_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PropertyOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_property_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PropertyRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_proposal_bring: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalBringArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneListStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_proposal_decline: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalDeclineArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_proposal_take: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalTakeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_query_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_query_rename: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryRenameArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_query_save: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuerySaveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_question_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_question_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_question_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_question_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_quotation_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotationChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_quotation_keep: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotationKeepArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_quotation_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotationRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_reading_assign: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingAssignArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_reading_begin: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingBeginArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_reading_draw_sample: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingDrawSampleArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneSample"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_reading_finish: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingFinishArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_reading_reopen: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingReopenArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_reading_unassign: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingUnassignArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_recruitment_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecruitmentChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_recruitment_log: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecruitmentLogArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_recruitment_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecruitmentRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_relation_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_relation_ground: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationGroundArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_relation_note: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationNoteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_relation_release: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationReleaseArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_relation_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_replication_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplicationRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_replication_set: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplicationSetArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_rival_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RivalAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_rival_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RivalChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_rival_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RivalRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_role_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_role_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_role_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_role_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_score_look_again: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreLookAgainArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_score_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_score_set: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreSetArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_set_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_set_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_set_put_in: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPutInArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_set_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_set_take_out: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTakeOutArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_sheet_fill: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetFillArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneFilled"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_signing_key_declare: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SigningKeyDeclareArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_signing_key_revoke: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SigningKeyRevokeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_assign: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceAssignArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_correct: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceCorrectArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneCorrection"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_describe: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceDescribeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_erase: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceEraseArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneReach"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_redact: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceRedactArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneReach"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_rename: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceRenameArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_replace_text: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceReplaceTextArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneCorrection"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_source_replace_words: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceReplaceWordsArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrCorrection"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_speaker_map: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakerMapArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneBool"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_speaker_map_label: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakerMapLabelArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_speaker_map_many: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakerMapManyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_study_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StudyChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneTupleStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_summary_link: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummaryLinkArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_summary_look_again: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummaryLookAgainArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_summary_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummaryRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_summary_remove_many: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummaryRemoveManyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_summary_unlink: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummaryUnlinkArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_summary_write: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummaryWriteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_summary_write_many: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummaryWriteManyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_task_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_task_finish: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskFinishArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_begin: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeBeginArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_move: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeMoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_relabel: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeRelabelArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDictStrInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_settle: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeSettleArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_sign_off: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeSignOffArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_split: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeSplitArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_theme_write: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemeWriteArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_threshold_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThresholdRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_threshold_set: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThresholdSetArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_topic_add: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicAddArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneStr"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_topic_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_topic_order: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicOrderArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_topic_remove: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicRemoveArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_turn_change: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnChangeArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_turn_declined: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnDeclinedArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_turn_map: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnMapArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_turn_map_many: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnMapManyArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_wording_contest: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordingContestArguments"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneNoneType"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_adjudications: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NothingAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_agreement: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_analyses: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalysesAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysesHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_answer_sheet: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersOf"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerSheet"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_answers: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswersHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_asked: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalsAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_case_pairs: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairsOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingAgainstPairsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_category: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_cell: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CellAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellOpened"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_charting: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChartingAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChartingHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_claim: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_claim_tried: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimTried"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimStanding"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_claims: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_claims_since: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinceAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinceHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_codings: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingsAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quotations"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_compare: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompareOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Beside"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_compared: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparedOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_comparisons: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparisonsAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_configurations: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Filters"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_contrast_side: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SideAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SideOpened"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_contrasts: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContrastOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContrastsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_difference: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DifferenceAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferenceOpened"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_differences: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DifferencesAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferencesHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_discussions: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscussionsAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_draft: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_draft_read: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftReadAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftRead"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_drafts: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftsAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_emerged: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmergedAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergedHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_exposed: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExposedAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExposureOpened"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_exposure: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExposureOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExposureHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_figure: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drawn"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_find: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hits"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_fits: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FitsAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fits"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_flow: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_frame: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrameAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_framework: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrameworkOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_gamma: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GammaOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GammaHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_guidelines: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuidelinesAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidelinesHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_guides: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuidesAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidesHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_joint: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JointOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_kwic: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KwicAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InContext"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_lineage: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineageOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineageHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_matrix: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatrixOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_meta: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetaOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetaHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_meta_cell: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetaCellAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellOpened"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_negatives: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NegativeOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NegativesHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_overlap: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverlapOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlapHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_pair: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairOpened"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_pair_sheet: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairSheetAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairSheet"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_pairs: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenchPairsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_passage: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassageAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassageHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_person: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_printed_words: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintedAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintedPlaces"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_qca: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QcaOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QcaHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_qca_row: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QcaRowHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_quotations: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeptAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptQuotations"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_reach: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReachAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReachHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_retrieve: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetrieveAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_sample: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_saturation: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaturationOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaturationHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_saturation_interview: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewOpened"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_scope: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScopeAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_sheet: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sheet"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_sides: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SidesAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SidesHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_signed: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_similarity: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimilarityOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarityHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_standing: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_table: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Table"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_turns: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnsAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TurnsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_voices: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoicesAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoiceLine"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_words: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordOptions"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordsHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_codebook: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Codes"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_code_uses: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uses"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_code_counts: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeCounts"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_code_examples: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Example"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_code_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_code_places: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceOfCode"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_conflicts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disagreement"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_consents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_emptied: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Emptied"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_frame: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerViewsStandingSample"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_targets: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Targets"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneInt"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workbook: {
        parameters: {
            query?: {
                rows?: "participants" | "cases" | "sets";
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path: {
                framework: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_workbook: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path: {
                framework: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneBookBrought"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_history: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description At most so many, the latest. */
                last?: number;
                by?: string;
                /** @description Only acts whose name begins so: coding, code.merge. */
                verb?: string;
                /** @description Only what concerns this: code:trust, or kind:id. */
                about?: string;
                /** @description A date or a time. */
                since?: string;
                /** @description A date (its end) or a time. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Happened"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_difference: {
        parameters: {
            query: {
                /** @description A date (its end), a time, or an entry. */
                since: string;
                /** @description Likewise; now, when empty. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadsHistoryDifferenceDifference"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_next: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Next"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerRoutesHistoryOpened"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportState"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_answer_file: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerFileAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneAnswersBrought"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_returned_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnedAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroughtIn"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_file: {
        parameters: {
            query: {
                /** @description As it is called, with the folders it lies in. */
                name: string;
            };
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_manuscript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditShown"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_names: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamesAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamesHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_project_file: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
                /** @description Say what it would give back; keep nothing. */
                trial?: boolean;
            };
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneProjectBrought"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_take: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
            };
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneImportHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_keeping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Keeping"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_backup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_encrypt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassphrase"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_likes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Likes"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_like: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Like"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Likes"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_live: {
        parameters: {
            query?: {
                /** @description Told from the arrival after this one. */
                after?: number | null;
            };
            header?: {
                "Last-Event-ID"?: number | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_maps: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapLine"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_map: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Who"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_memos: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only of this type. */
                nature?: "theoretical" | "methodological" | "case" | "code" | "descriptive" | "reflexive" | "note" | null;
                /** @description Only about the thing of this id, or in the source of it. */
                about?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoLine"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_memo: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path: {
                memo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoToRead"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_memo_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_overview: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_products: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductLine"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_redo: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Turned"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_report_choices: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportChoices"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_report: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_export: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_table_file: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableAsked"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_analysis_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Analysis"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_attendance_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attendance"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_attribute_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attribute"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_attribute_value_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeValue"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_case_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_code_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Code"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_consent_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_content_note_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentNote"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_discussion_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Discussion"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_evidence_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_framework_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Framework"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_framework_column_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkColumn"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ground_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ground"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_instrument_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_interview_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interview"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_lineage_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lineage"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_link_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_participant_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_property_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Property"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_query_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Query"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_question_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reading_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_recruitment_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recruitment"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_relation_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_role_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_set_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Set"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_set_member_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetMember"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sign_off_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOff"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_speaker_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Speaker"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_target_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Target"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_task_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_theme_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Theme"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_topic_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_wording_change_rows: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description Only these. */
                id?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordingChange"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sources: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceLine"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_source: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceToRead"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_layers: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
                /** @description A member's id: only what that one put there. */
                of?: string;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Layers"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_backups: {
        parameters: {
            query: {
                /** @description Of the study. */
                path: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupHere"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_demonstration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServerRoutesStartPlace"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_folder: {
        parameters: {
            query?: {
                /** @description Without it, the user's own folder. */
                path?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_forget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServerRoutesStartPlace"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_leave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_new: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToMake"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToOpen"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_restore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToRestore"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestorePlan"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_study: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyHere"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_tasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskLine"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_themes: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_theme: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path: {
                theme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeToRead"];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_theme_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                theme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_uncoded: {
        parameters: {
            query?: {
                /** @description An entry's id, a date or a time: the study as it was then. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uncoded"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_undo: {
        parameters: {
            query?: {
                /** @description Why; the journal keeps the reason. */
                because?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Turn"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Turned"][];
                };
            };
            /** @description It was refused, or went wrong; nothing was changed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
