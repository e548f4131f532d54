"""Probes: small functions of ours that run inside a notebook and bring back plain data.

They are for what cannot leave the learner's process: a Keras model, a History, a figure, an
argument that was changed. Probes hold no expected values; those stay with the judge.
"""

from course.probes.architecture import trace_network
from course.probes.arguments import changed_arguments
from course.probes.builders import watch_builder
from course.probes.calls import call_with_tuples
from course.probes.comparisons import spy_on_comparison
from course.probes.datasets import describe_dataset_returned
from course.probes.figures import describe_axes
from course.probes.files import put_file, read_file
from course.probes.folds import spy_on_folds
from course.probes.keeping import name_of_file, spy_on_loading, spy_on_saving
from course.probes.layers import describe_layer
from course.probes.legends import find_lines_of_legends
from course.probes.models import describe_model, predict_with
from course.probes.pictures import describe_pictures
from course.probes.printing import text_printed
from course.probes.random_state import global_randomness
from course.probes.saved_models import describe_saved_model, predict_with_saved_model
from course.probes.scoring import score_known_answers
from course.probes.settings import describe_settings
from course.probes.training import spy_on_training

__all__ = [
    "call_with_tuples",
    "changed_arguments",
    "describe_axes",
    "describe_dataset_returned",
    "describe_layer",
    "describe_model",
    "describe_pictures",
    "describe_saved_model",
    "describe_settings",
    "find_lines_of_legends",
    "global_randomness",
    "name_of_file",
    "predict_with",
    "predict_with_saved_model",
    "put_file",
    "read_file",
    "score_known_answers",
    "spy_on_comparison",
    "spy_on_folds",
    "spy_on_loading",
    "spy_on_saving",
    "spy_on_training",
    "text_printed",
    "trace_network",
    "watch_builder",
]
