//! The stream again, with its fields as nodes. A field that never ends, or an end without a beginning, stays as written.
use super::atoms::{Atom, RunId};
use crate::xml::NodeId;

#[derive(Debug)]
pub enum Node {
    Atom(Atom),
    Field(FieldNode),
}

#[derive(Debug, Default)]
pub struct FieldNode {
    pub begin: Option<(RunId, NodeId)>,
    pub separate: Option<(RunId, NodeId)>,
    pub end: Option<(RunId, NodeId)>,
    /// `w:fldSimple`: its children are the result.
    pub simple: Option<NodeId>,
    pub code: Vec<Node>,
    pub result: Vec<Node>,
}

impl FieldNode {
    fn push(&mut self, node: Node) {
        if self.simple.is_some() || self.separate.is_some() {
            self.result.push(node);
        } else {
            self.code.push(node);
        }
    }

    /// Back to plain atoms.
    fn unwind(self) -> impl Iterator<Item = Node> {
        let atom = |a: Option<Atom>| a.map(Node::Atom).into_iter();
        atom(self.begin.map(|(r, n)| Atom::Begin(r, n)))
            .chain(atom(self.simple.map(Atom::SimpleOpen)))
            .chain(self.code)
            .chain(atom(self.separate.map(|(r, n)| Atom::Separate(r, n))))
            .chain(self.result)
    }
}

pub fn build(atoms: Vec<Atom>) -> Vec<Node> {
    let mut top: Vec<Node> = Vec::new();
    let mut stack: Vec<FieldNode> = Vec::new();
    let add = |stack: &mut Vec<FieldNode>, top: &mut Vec<Node>, node: Node| match stack.last_mut() {
        Some(field) => field.push(node),
        None => top.push(node),
    };
    for atom in atoms {
        match atom {
            Atom::Begin(run, node) => {
                stack.push(FieldNode { begin: Some((run, node)), ..FieldNode::default() });
            }
            Atom::SimpleOpen(node) => stack.push(FieldNode { simple: Some(node), ..FieldNode::default() }),
            Atom::Separate(run, node) => match stack.last_mut() {
                Some(field) if field.simple.is_none() && field.separate.is_none() => {
                    field.separate = Some((run, node));
                }
                _ => add(&mut stack, &mut top, Node::Atom(Atom::Separate(run, node))),
            },
            Atom::End(run, node) => match stack.pop_if(|f| f.simple.is_none()) {
                Some(mut field) => {
                    field.end = Some((run, node));
                    add(&mut stack, &mut top, Node::Field(field));
                }
                None => add(&mut stack, &mut top, Node::Atom(Atom::End(run, node))),
            },
            Atom::SimpleClose(node) => {
                // Complex fields left open inside a simple one.
                while let Some(open) = stack.pop_if(|f| f.simple.is_none()) {
                    open.unwind().for_each(|n| add(&mut stack, &mut top, n));
                }
                match stack.pop() {
                    Some(field) => add(&mut stack, &mut top, Node::Field(field)),
                    None => top.push(Node::Atom(Atom::SimpleClose(node))),
                }
            }
            other => add(&mut stack, &mut top, Node::Atom(other)),
        }
    }
    while let Some(open) = stack.pop() {
        open.unwind().for_each(|n| add(&mut stack, &mut top, n));
    }
    top
}
